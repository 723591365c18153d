import { ghash } from '@noble/ciphers/_polyval.js';
import { ecb } from '@noble/ciphers/aes.js';
import type { Bytes } from '../bytes.ts';
import { concat, fromBigInt } from '../der/der.ts';
import type { TaggedStream } from './cipher-stream.ts';
import { CounterStream } from './counter-stream.ts';

const blockBytes = 16;

function padded(length: number): Bytes {
  return new Uint8Array((blockBytes - (length % blockBytes)) % blockBytes);
}

function encryptBlock(key: Bytes, block: Bytes): Bytes {
  return ecb(key, { disablePadding: true }).encrypt(block) as Bytes;
}

/** Bits, as 8 bytes. */
const bitLength = (bytes: number): Bytes => fromBigInt(BigInt(bytes) * 8n, 8);

/** AES-GCM (NIST SP 800-38D, section 7). */
export class GcmStream implements TaggedStream {
  readonly #encrypts: boolean;
  readonly #counter: CounterStream;
  readonly #hash: ReturnType<typeof ghash.create>;
  /** What the hash is masked with. */
  readonly #mask: Bytes;
  #associated = 0;
  #length = 0;
  #isMessage = false;
  /** What does not fill a block yet: the hash would fill it up with zeros. */
  #rest: Bytes = new Uint8Array();

  constructor(key: Bytes, iv: Bytes, encrypts: boolean) {
    this.#encrypts = encrypts;
    const hashKey = encryptBlock(key, new Uint8Array(blockBytes));
    const first = firstCounter(hashKey, iv);
    this.#mask = encryptBlock(key, first);
    this.#counter = new CounterStream(key, first, 4);
    // The first block of the stream is the mask.
    this.#counter.update(new Uint8Array(blockBytes));
    this.#hash = ghash.create(hashKey);
  }

  associate(bytes: Bytes): void {
    this.#absorb(bytes);
    this.#associated += bytes.length;
  }

  update(bytes: Bytes): Bytes {
    this.#beginMessage();
    this.#length += bytes.length;
    const result = this.#counter.update(bytes);
    this.#absorb(this.#encrypts ? result : bytes);
    return result;
  }

  final(): Bytes {
    return new Uint8Array();
  }

  tag(): Bytes {
    this.#beginMessage();
    this.#absorb(padded(this.#length));
    this.#absorb(concat(bitLength(this.#associated), bitLength(this.#length)));
    const hashed = this.#hash.digest();
    return this.#mask.map((byte, at) => byte ^ (hashed[at] ?? 0)) as Bytes;
  }

  #absorb(bytes: Bytes): void {
    const all = concat(this.#rest, bytes);
    const end = all.length - (all.length % blockBytes);
    this.#hash.update(all.subarray(0, end));
    this.#rest = all.slice(end);
  }

  #beginMessage(): void {
    if (this.#isMessage) return;
    this.#isMessage = true;
    this.#absorb(padded(this.#associated));
  }
}

function firstCounter(hashKey: Bytes, iv: Bytes): Bytes {
  if (iv.length === 12) return concat(iv, Uint8Array.of(0, 0, 0, 1));
  const all = concat(iv, padded(iv.length), new Uint8Array(8), bitLength(iv.length));
  return ghash.create(hashKey).update(all).digest() as Bytes;
}
