/** `crypto.constants`, as far as they belong to what the engine has. */
export const constants = Object.freeze(
  Object.assign(Object.create(null) as object, {
    RSA_PKCS1_PADDING: 1,
    RSA_NO_PADDING: 3,
    RSA_PKCS1_OAEP_PADDING: 4,
    RSA_X931_PADDING: 5,
    RSA_PKCS1_PSS_PADDING: 6,
    RSA_PSS_SALTLEN_DIGEST: -1,
    RSA_PSS_SALTLEN_MAX_SIGN: -2,
    RSA_PSS_SALTLEN_AUTO: -2,
    POINT_CONVERSION_COMPRESSED: 2,
    POINT_CONVERSION_UNCOMPRESSED: 4,
    POINT_CONVERSION_HYBRID: 6,
  }),
) as Readonly<Record<string, number>>;

export const paddings = { pkcs1: 1, none: 3, oaep: 4, pss: 6 } as const;

export const saltLengths = { digest: -1, largest: -2 } as const;
