import {
  zlibDeflate,
  zlibDeflateInit2,
  zlibDeflateReset,
  zlibDeflateSetDictionary,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
  zlibInflateSetDictionary,
  ZStream,
} from 'pako';
import { codes, constants, flushes, modes, type Mode } from './constants.ts';
import type { ZlibOptions } from './options.ts';

/** One stream of zlib: bytes go in, bytes come out. pako is a port of zlib itself. */

/** @param errno of zlib */
export function zlibError(message: string, errno: number): Error {
  return Object.assign(new Error(message), { errno, code: codes[errno] });
}

const method = 8;
const packing: ReadonlySet<Mode> = new Set([modes.DEFLATE, modes.GZIP, modes.DEFLATERAW]);

/** zlib tells the formats apart by the number of bits. */
function bitsOf(mode: Mode, windowBits: number): number {
  switch (mode) {
    case modes.GZIP:
    case modes.GUNZIP:
      return windowBits + 16;
    case modes.UNZIP:
      return windowBits + 32;
    case modes.DEFLATERAW:
    case modes.INFLATERAW:
      return -windowBits;
    default:
      return windowBits;
  }
}

/** What a level means, in the state of zlib. */
const tuning = ['max_lazy_match', 'good_match', 'nice_match', 'max_chain_length'] as const;

export class Codec {
  readonly #mode: Mode;
  readonly #options: ZlibOptions;
  #stream = new ZStream();

  constructor(mode: Mode, options: ZlibOptions) {
    this.#mode = mode;
    this.#options = options;
    this.#start(this.#stream, options.level, options.strategy);
    this.#useDictionary();
  }

  get #packs(): boolean {
    return packing.has(this.#mode);
  }

  /** Bytes of the last input that were not taken: what follows the end. */
  get left(): number {
    return this.#stream.avail_in;
  }

  #start(stream: ZStream, level: number, strategy: number): void {
    const bits = bitsOf(this.#mode, this.#options.windowBits);
    const status = this.#packs
      ? zlibDeflateInit2(stream, level, method, bits, this.#options.memLevel, strategy as 0)
      : zlibInflateInit2(stream, bits);
    if (status !== constants.Z_OK) throw zlibError('Init error', status);
  }

  #useDictionary(): void {
    const { dictionary } = this.#options;
    if (dictionary === undefined) return;
    let status: number = constants.Z_OK;
    if (this.#packs) status = zlibDeflateSetDictionary(this.#stream, dictionary);
    // Other formats ask for it.
    else if (this.#mode === modes.INFLATERAW)
      status = zlibInflateSetDictionary(this.#stream, dictionary);
    if (status !== constants.Z_OK) throw zlibError('Failed to set dictionary', status);
  }

  reset(): void {
    if (this.#packs) zlibDeflateReset(this.#stream);
    else zlibInflateReset(this.#stream);
    this.#useDictionary();
  }

  /** Changes how the following bytes are packed. What came before must have been flushed. */
  tune(level: number, strategy: number): void {
    const other = new ZStream();
    this.#start(other, level, strategy);
    const [state, wanted] = [this.#stream, other].map(
      (stream) => stream.state as Record<string, number>,
    );
    if (state === undefined || wanted === undefined) return;
    for (const name of [...tuning, 'level', 'strategy'] as const) state[name] = wanted[name] ?? 0;
  }

  /**
   * @param flush one of `flushes`
   * @param take gets each piece that comes out; it throws to stop
   * @throws {Error} with zlib's code
   */
  write(input: Uint8Array, flush: number, take: (piece: Uint8Array) => void): void {
    const stream = this.#stream;
    stream.input = input;
    stream.next_in = 0;
    stream.avail_in = input.length;
    do {
      stream.output = new Uint8Array(this.#options.chunkSize);
      stream.next_out = 0;
      stream.avail_out = this.#options.chunkSize;
      const status = this.#step(flush);
      if (stream.next_out > 0) take(stream.output.subarray(0, stream.next_out));
      this.#check(status, flush);
    } while (stream.avail_out === 0);
  }

  #step(flush: number): number {
    if (this.#packs) return zlibDeflate(this.#stream, flush as 0);
    let status = this.#inflate(flush);
    while (status === constants.Z_STREAM_END && this.#beginsMember()) {
      zlibInflateReset(this.#stream);
      status = this.#inflate(flush);
    }
    return status;
  }

  /** Files of gzip may be one behind the other; zeros at the end are no further one. */
  #beginsMember(): boolean {
    const { avail_in: left, input, next_in: next, state } = this.#stream;
    const isGzip = this.#mode === modes.GUNZIP || (this.#mode === modes.UNZIP && state.flags > 0);
    return isGzip && left > 0 && input[next] !== 0;
  }

  #inflate(flush: number): number {
    const status: number = zlibInflate(this.#stream, flush as 0);
    const { dictionary } = this.#options;
    if (status !== constants.Z_NEED_DICT || dictionary === undefined) return status;
    if (zlibInflateSetDictionary(this.#stream, dictionary) !== constants.Z_OK) return status;
    return zlibInflate(this.#stream, flush as 0);
  }

  #check(status: number, flush: number): void {
    switch (status) {
      case constants.Z_OK:
      case constants.Z_BUF_ERROR:
        if (this.#stream.avail_out > 0 && flush === flushes.Z_FINISH)
          throw zlibError('unexpected end of file', constants.Z_BUF_ERROR);
        return;
      case constants.Z_STREAM_END:
        return;
      case constants.Z_NEED_DICT:
        throw zlibError(
          this.#options.dictionary === undefined ? 'Missing dictionary' : 'Bad dictionary',
          status,
        );
      default:
        throw zlibError(this.#stream.msg || 'Zlib error', status);
    }
  }
}
