import { cbc, ecb } from '@noble/ciphers/aes.js';
import type { Bytes } from '../bytes.ts';
import { opensslError } from '../crypto-errors.ts';
import { concat } from '../der/der.ts';
import type { CipherStream } from './cipher-stream.ts';

const blockBytes = 16;

function wrongLength(): Error {
  return opensslError('1C80006B', 'Provider routines', 'wrong final block length');
}

function badDecrypt(): Error {
  return opensslError('1C800064', 'Provider routines', 'bad decrypt');
}

/** AES in whole blocks (NIST SP 800-38A, sections 6.1 and 6.2), padded as PKCS #7 has it. */
export class BlockStream implements CipherStream {
  readonly #key: Bytes;
  readonly #encrypts: boolean;
  /** The block before; undefined for ECB. */
  #before: Bytes | undefined;
  #rest: Bytes = new Uint8Array();
  pads = true;

  constructor(key: Bytes, iv: Bytes | undefined, encrypts: boolean) {
    this.#key = key;
    this.#before = iv;
    this.#encrypts = encrypts;
  }

  update(bytes: Bytes): Bytes {
    const all = concat(this.#rest, bytes);
    // The last block of what is decrypted may be padding, which shows only at the end.
    const held = !this.#encrypts && this.pads && all.length > 0 && all.length % blockBytes === 0;
    const end = all.length - (all.length % blockBytes) - (held ? blockBytes : 0);
    this.#rest = all.slice(end);
    return this.#blocks(all.subarray(0, end));
  }

  final(): Bytes {
    if (!this.pads) {
      if (this.#rest.length > 0) throw wrongLength();
      return new Uint8Array();
    }
    if (this.#encrypts) {
      const count = blockBytes - this.#rest.length;
      return this.#blocks(concat(this.#rest, new Uint8Array(count).fill(count)));
    }
    if (this.#rest.length !== blockBytes) throw wrongLength();
    return unpadded(this.#blocks(this.#rest));
  }

  #blocks(bytes: Bytes): Bytes {
    if (bytes.length === 0) return bytes;
    const options = { disablePadding: true };
    const cipher = this.#before ? cbc(this.#key, this.#before, options) : ecb(this.#key, options);
    const result = (this.#encrypts ? cipher.encrypt(bytes) : cipher.decrypt(bytes)) as Bytes;
    if (this.#before) this.#before = (this.#encrypts ? result : bytes).slice(-blockBytes);
    return result;
  }
}

function unpadded(block: Bytes): Bytes {
  const count = block.at(-1) ?? 0;
  const padding = block.subarray(block.length - count);
  if (count === 0 || count > blockBytes || padding.some((byte) => byte !== count))
    throw badDecrypt();
  return block.subarray(0, block.length - count);
}
