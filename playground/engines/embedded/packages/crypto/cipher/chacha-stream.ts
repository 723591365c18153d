import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20 } from '@noble/ciphers/chacha.js';
import type { Bytes } from '../bytes.ts';
import { concat } from '../der/der.ts';
import type { TaggedStream } from './cipher-stream.ts';

const blockBytes = 64;

function padded(length: number): Bytes {
  return new Uint8Array((16 - (length % 16)) % 16);
}

/** ChaCha20-Poly1305 (RFC 8439, section 2.8). */
export class ChachaStream implements TaggedStream {
  readonly #key: Bytes;
  readonly #nonce: Bytes;
  readonly #encrypts: boolean;
  readonly #hash: ReturnType<typeof poly1305.create>;
  /** Key bytes of the block that is begun. */
  #left: Bytes = new Uint8Array();
  /** Block 0 is the tag's key. */
  #block = 1;
  #associated = 0;
  #length = 0;
  #isMessage = false;

  /** @param nonce 12 bytes; a shorter one stands at the end of them */
  constructor(key: Bytes, nonce: Bytes, encrypts: boolean) {
    this.#key = key;
    this.#nonce = concat(new Uint8Array(12 - nonce.length), nonce);
    this.#encrypts = encrypts;
    this.#hash = poly1305.create(chacha20(key, this.#nonce, new Uint8Array(32)));
  }

  associate(bytes: Bytes): void {
    this.#hash.update(bytes);
    this.#associated += bytes.length;
  }

  update(bytes: Bytes): Bytes {
    this.#beginMessage();
    this.#length += bytes.length;
    const stream = this.#take(bytes.length);
    const result = bytes.map((byte, at) => byte ^ (stream[at] ?? 0)) as Bytes;
    this.#hash.update(this.#encrypts ? result : bytes);
    return result;
  }

  final(): Bytes {
    return new Uint8Array();
  }

  tag(): Bytes {
    this.#beginMessage();
    this.#hash.update(padded(this.#length));
    const lengths = new DataView(new ArrayBuffer(16));
    lengths.setBigUint64(0, BigInt(this.#associated), true);
    lengths.setBigUint64(8, BigInt(this.#length), true);
    return this.#hash.update(new Uint8Array(lengths.buffer)).digest() as Bytes;
  }

  #take(length: number): Bytes {
    const missing = Math.max(0, length - this.#left.length);
    const blocks = Math.ceil(missing / blockBytes);
    const zeros = new Uint8Array(blocks * blockBytes);
    const made = chacha20(this.#key, this.#nonce, zeros, undefined, this.#block);
    const all = concat(this.#left, made);
    this.#block += blocks;
    this.#left = all.slice(length);
    return all.subarray(0, length);
  }

  #beginMessage(): void {
    if (this.#isMessage) return;
    this.#isMessage = true;
    this.#hash.update(padded(this.#associated));
  }
}
