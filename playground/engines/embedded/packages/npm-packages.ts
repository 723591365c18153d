/**
 * The packages of npm that programs may import, each with its entries: `''` is the package itself,
 * `jwt` stands for `hono/jwt`. They come in the versions of this repository's lockfile. Left out is
 * what has no use in a server of this site: other runtimes, JSX, compilers' internals.
 */
export const npmPackages = {
  '@bufbuild/protobuf': ['', 'codegenv2', 'reflect', 'wire', 'wkt'],
  '@connectrpc/connect': ['', 'protocol', 'protocol-connect', 'protocol-grpc', 'protocol-grpc-web'],
  '@connectrpc/connect-node': [''],
  '@opentelemetry/api': [''],
  '@opentelemetry/sdk-trace-base': [''],
  dataloader: [''],
  graphql: [''],
  hono: [
    '',
    'accepts',
    'basic-auth',
    'bearer-auth',
    'body-limit',
    'client',
    'combine',
    'compress',
    'context-storage',
    'cookie',
    'cors',
    'csrf',
    'etag',
    'factory',
    'html',
    'http-exception',
    'ip-restriction',
    'jwk',
    'jwt',
    'logger',
    'method-override',
    'powered-by',
    'pretty-json',
    'proxy',
    'quick',
    'request-id',
    'route',
    'secure-headers',
    'streaming',
    'testing',
    'timeout',
    'timing',
    'tiny',
    'trailing-slash',
    'validator',
  ],
  jose: [
    '',
    'base64url',
    'decode/protected_header',
    'errors',
    'jwe/compact/decrypt',
    'jwe/compact/encrypt',
    'jwk/embedded',
    'jwk/thumbprint',
    'jwks/local',
    'jws/compact/sign',
    'jws/compact/verify',
    'jws/flattened/sign',
    'jws/flattened/verify',
    'jwt/decode',
    'jwt/decrypt',
    'jwt/encrypt',
    'jwt/sign',
    'jwt/unsecured',
    'jwt/verify',
    'key/export',
    'key/generate/keypair',
    'key/generate/secret',
    'key/import',
  ],
  ws: [''],
  zod: ['', 'mini', 'v3', 'v4', 'v4-mini', 'v4/core', 'v4/mini'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Entries that are bundled by themselves: they share no class with the rest of their package, and
 * bring what few programs need.
 */
export const npmApart: readonly string[] = ['hono/context-storage', 'zod/v3'];

/** Every name that a program may import of them → the same. */
export const npmEntries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(npmPackages).flatMap(([name, entries]) =>
    entries.map((entry) =>
      entry === '' ? [name, name] : [`${name}/${entry}`, `${name}/${entry}`],
    ),
  ),
);

/** The package that a specifier names: `hono` for `hono/cors`, `@scope/name` for `@scope/name/part`. */
export function npmPackageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
