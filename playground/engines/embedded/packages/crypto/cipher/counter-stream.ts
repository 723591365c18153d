import { ctr } from '@noble/ciphers/aes.js';
import type { Bytes } from '../bytes.ts';
import type { CipherStream } from './cipher-stream.ts';

const blockBytes = 16;

/** AES as a stream of key bytes (NIST SP 800-38A, section 6.5). */
export class CounterStream implements CipherStream {
  readonly #key: Bytes;
  readonly #counter: Bytes;
  /** How many of the counter's last bytes count; the others stay. */
  readonly #countingBytes: number;
  /** Key bytes of the block that is begun. */
  #left: Bytes = new Uint8Array();

  constructor(key: Bytes, counter: Bytes, countingBytes = blockBytes) {
    this.#key = key;
    this.#counter = new Uint8Array(counter);
    this.#countingBytes = countingBytes;
  }

  update(bytes: Bytes): Bytes {
    const stream = this.#take(bytes.length);
    return bytes.map((byte, at) => byte ^ (stream[at] ?? 0)) as Bytes;
  }

  final(): Bytes {
    return new Uint8Array();
  }

  #take(length: number): Bytes {
    const stream = new Uint8Array(length);
    stream.set(this.#left.subarray(0, length));
    let at = Math.min(this.#left.length, length);
    this.#left = this.#left.slice(at);
    while (at < length) {
      const blocks = Math.min(Math.ceil((length - at) / blockBytes), this.#blocksUntilWrap());
      const made = ctr(this.#key, this.#counter).encrypt(
        new Uint8Array(blocks * blockBytes),
      ) as Bytes;
      const used = Math.min(made.length, length - at);
      stream.set(made.subarray(0, used), at);
      this.#left = made.slice(used);
      at += used;
      this.#count(blocks);
    }
    return stream;
  }

  /** A counter of four bytes begins again at zero without a carry into what stands before it. */
  #blocksUntilWrap(): number {
    if (this.#countingBytes === blockBytes) return Infinity;
    const counting = this.#counter.subarray(blockBytes - this.#countingBytes);
    return 256 ** counting.length - counting.reduce((value, byte) => value * 256 + byte, 0);
  }

  #count(blocks: number): void {
    let carry = blocks;
    for (let at = blockBytes - 1; at >= blockBytes - this.#countingBytes; at -= 1) {
      const sum = (this.#counter[at] ?? 0) + (carry % 256);
      this.#counter[at] = sum;
      carry = Math.floor(carry / 256) + (sum >> 8);
    }
  }
}
