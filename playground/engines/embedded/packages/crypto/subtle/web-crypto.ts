import { illegalConstructor, invalidThis } from 'node:internal/errors';
import { randomUUID } from '../random/random-uuid.ts';
import { subtle, type SubtleCrypto } from './subtle-crypto.ts';
import { webError } from './web-errors.ts';

const maker = Symbol('maker');
const platform = globalThis.crypto;
const fill = platform.getRandomValues.bind(platform);

/** What Web IDL calls an integer-type typed array. */
const integers = /^(?:Big)?(?:Uint|Int)\d+(?:Clamped)?Array$/;

/** `Crypto`: the global `crypto`. */
export class Crypto {
  readonly #isOurs = true;

  constructor(by?: unknown) {
    if (by !== maker) throw illegalConstructor();
  }

  static #check(crypto: unknown): void {
    const isOne = typeof crypto === 'object' && crypto !== null && #isOurs in crypto;
    if (!isOne) throw invalidThis('Crypto');
  }

  get subtle(): SubtleCrypto {
    Crypto.#check(this);
    return subtle;
  }

  getRandomValues<Target extends ArrayBufferView<ArrayBuffer>>(target: Target): Target {
    Crypto.#check(this);
    const name = ArrayBuffer.isView(target)
      ? Object.prototype.toString.call(target).slice(8, -1)
      : '';
    if (!integers.test(name))
      throw webError('TypeMismatchError', 'The data argument must be an integer-type TypedArray');
    if (target.byteLength > 65_536)
      throw webError('QuotaExceededError', 'The requested length exceeds 65,536 bytes');
    return fill(target);
  }

  randomUUID(): string {
    Crypto.#check(this);
    return randomUUID();
  }
}

for (const name of ['subtle', 'getRandomValues', 'randomUUID'])
  Object.defineProperty(Crypto.prototype, name, { enumerable: true });
Object.defineProperty(Crypto.prototype, Symbol.toStringTag, {
  value: 'Crypto',
  configurable: true,
});

export const webcrypto = new Crypto(maker);
