import type { Buffer } from 'node:buffer';
import { validateString } from 'node:internal/errors';
import { bytesOf, encoded, type Bytes } from '../bytes.ts';
import { cryptoError } from '../crypto-errors.ts';
import { fromBigInt, toBigInt } from '../der/der.ts';
import { checkedPoint, ecCurveByName, pointOf, type EcCurve } from '../ec/ec-curves.ts';

/** Forms of a point (SEC 1, section 2.3.3) by the first byte; the hybrid one adds the last bit of y. */
const forms: Readonly<Record<string, number>> = { compressed: 2, uncompressed: 4, hybrid: 6 };

function inForm(point: Bytes, format: unknown): Bytes {
  const form = format === undefined || format === null ? 4 : forms[String(format)];
  if (form === undefined) {
    const message = `Invalid ECDH format: ${String(format)}`;
    throw cryptoError('ECDH_INVALID_FORMAT', message, TypeError);
  }
  const odd = (point.at(-1) ?? 0) & 1;
  const whole = new Uint8Array(form === 2 ? point.subarray(0, (point.length + 1) / 2) : point);
  whole[0] = form === 4 ? 4 : form + odd;
  return whole;
}

function curveOf(name: unknown): EcCurve {
  validateString(name, 'curve');
  const curve = ecCurveByName(name);
  if (!curve) throw cryptoError('INVALID_CURVE', 'Invalid EC curve name', TypeError);
  return curve;
}

/** Any of the three forms. @throws ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY */
function readPoint(curve: EcCurve, bytes: Bytes): Bytes {
  try {
    const plain = new Uint8Array(bytes);
    if (plain[0] === 6 || plain[0] === 7) plain[0] = 4;
    return checkedPoint(curve, plain);
  } catch {
    const message = 'Public key is not valid for specified curve';
    throw cryptoError('ECDH_INVALID_PUBLIC_KEY', message);
  }
}

function failed(what: string): Error {
  return cryptoError('OPERATION_FAILED', `Failed to get ECDH ${what} key`);
}

/** `crypto.ECDH` */
export class ECDH {
  readonly #curve: EcCurve;
  #scalar: Bytes | undefined;
  #point: Bytes | undefined;

  constructor(curve: unknown) {
    this.#curve = curveOf(curve);
  }

  /** Another form of a point. */
  static convertKey(
    key: unknown,
    curve: unknown,
    inputEncoding?: unknown,
    outputEncoding?: unknown,
    format?: unknown,
  ): Buffer | string {
    const point = readPoint(curveOf(curve), bytesOf(key, 'key', inputEncoding));
    return encoded(inForm(point, format), outputEncoding);
  }

  generateKeys(encoding?: unknown, format?: unknown): Buffer | string {
    this.#scalar = this.#curve.math.utils.randomSecretKey() as Bytes;
    this.#point = pointOf(this.#curve, this.#scalar);
    return this.getPublicKey(encoding, format);
  }

  computeSecret(key: unknown, inputEncoding?: unknown, outputEncoding?: unknown): Buffer | string {
    const point = readPoint(this.#curve, bytesOf(key, 'otherPublicKey', inputEncoding));
    if (!this.#scalar) throw failed('private');
    const shared = this.#curve.math.getSharedSecret(this.#scalar, point, true);
    return encoded(shared.subarray(1), outputEncoding);
  }

  getPrivateKey(encoding?: unknown): Buffer | string {
    if (!this.#scalar) throw failed('private');
    return encoded(this.#scalar, encoding);
  }

  getPublicKey(encoding?: unknown, format?: unknown): Buffer | string {
    if (!this.#point) throw failed('public');
    return encoded(inForm(this.#point, format), encoding);
  }

  setPrivateKey(key: unknown, encoding?: unknown): this {
    const bytes = bytesOf(key, 'key', encoding);
    try {
      const scalar = fromBigInt(toBigInt(bytes), this.#curve.bytes);
      this.#point = pointOf(this.#curve, scalar);
      this.#scalar = scalar;
      return this;
    } catch {
      const message = 'Private key is not valid for specified curve.';
      throw cryptoError('INVALID_KEYTYPE', message, RangeError);
    }
  }

  setPublicKey(key: unknown, encoding?: unknown): this {
    this.#point = readPoint(this.#curve, bytesOf(key, 'key', encoding));
    return this;
  }
}

export const createECDH = (curve: unknown): ECDH => new ECDH(curve);
