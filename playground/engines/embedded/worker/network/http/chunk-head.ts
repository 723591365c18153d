import {
  backslash,
  byteSet,
  carriageReturn,
  equals,
  lineFeed,
  quote,
  semicolon,
  space,
  tokenBytes,
} from './bytes.ts';
import { fail } from './parse-error.ts';

/** What is forgiven in the line before a chunk. */
export interface ChunkLeniency {
  readonly lineFeeds: boolean;
  readonly spaces: boolean;
}

/** Bytes of extensions that one message may have. */
const longestExtensions = 16 << 10;
const largestSize = 2n ** 64n - 1n;
const hexBytes = byteSet(/[\da-fA-F]/);
const quotedBytes = byteSet(/[\t !#-[\]-~\x80-\xff]/);
const escapedBytes = byteSet(/[\t -~\x80-\xff]/);

type State =
  'size' | 'extension' | 'name' | 'value' | 'quoted' | 'escaped' | 'unquoted' | 'line-feed';

/** What an unfit byte, or a line feed alone, is called in each part. */
const words: Readonly<Partial<Record<State, readonly [unfit: string, lineEnd: string]>>> = {
  name: ['Invalid character in chunk extensions name', 'name'],
  value: ['Invalid character in chunk extensions value', 'value'],
  unquoted: ['Invalid character in chunk extensions quote value', 'value'],
};

/** `1a;name=value`, the line before a chunk, byte by byte (RFC 9112, section 7.1). */
export class ChunkHead {
  readonly #lenient: ChunkLeniency;
  #state: State = 'size';
  #digits = '';
  #spaced = false;
  #extensionBytes = 0;

  constructor(lenient: ChunkLeniency) {
    this.#lenient = lenient;
  }

  /** Begins another line; extensions count on. */
  restart(): void {
    this.#state = 'size';
    this.#digits = '';
    this.#spaced = false;
  }

  /** @returns the size, once the line is whole */
  add(byte: number): number | undefined {
    switch (this.#state) {
      case 'size':
        return this.#addSize(byte);
      case 'line-feed':
        if (byte !== lineFeed) fail('HPE_STRICT', 'Expected LF after chunk size');
        return this.#size();
      default:
        this.#extensionBytes += 1;
        if (this.#extensionBytes > longestExtensions)
          fail('HPE_CHUNK_EXTENSIONS_OVERFLOW', 'Chunk extensions overflow');
        return this.#addExtension(byte);
    }
  }

  #addSize(byte: number): number | undefined {
    if (hexBytes[byte] && !this.#spaced) {
      this.#digits += String.fromCharCode(byte);
      if (BigInt(`0x${this.#digits}`) > largestSize)
        fail('HPE_INVALID_CHUNK_SIZE', 'Chunk size overflow');
      return undefined;
    }
    if (this.#digits === '') fail('HPE_INVALID_CHUNK_SIZE', 'Invalid character in chunk size');
    if (byte === space && this.#lenient.spaces) this.#spaced = true;
    else if (byte === semicolon) this.#state = 'extension';
    else if (byte === carriageReturn) this.#state = 'line-feed';
    else if (byte === lineFeed) return this.#lineEnd('chunk size');
    else fail('HPE_INVALID_CHUNK_SIZE', 'Invalid character in chunk size');
    return undefined;
  }

  #addExtension(byte: number): number | undefined {
    switch (this.#state) {
      case 'extension':
        if (byte === carriageReturn || byte === space)
          fail('HPE_STRICT', 'Invalid character in chunk extensions');
        this.#state = 'name';
        return this.#addName(byte);
      case 'name':
        return this.#addName(byte);
      case 'value':
        if (byte !== quote) return tokenBytes[byte] ? undefined : this.#delimit(byte);
        this.#state = 'quoted';
        return undefined;
      case 'quoted':
        this.#addQuoted(byte);
        return undefined;
      case 'escaped':
        if (!escapedBytes[byte])
          fail('HPE_STRICT', 'Invalid quoted-pair in chunk extensions quoted value');
        this.#state = 'quoted';
        return undefined;
      default:
        return this.#delimit(byte);
    }
  }

  #addName(byte: number): number | undefined {
    if (byte === equals) this.#state = 'value';
    else if (!tokenBytes[byte]) return this.#delimit(byte);
    return undefined;
  }

  #addQuoted(byte: number): void {
    if (byte === quote) this.#state = 'unquoted';
    else if (byte === backslash) this.#state = 'escaped';
    else if (!quotedBytes[byte])
      fail('HPE_STRICT', 'Invalid character in chunk extensions quoted value');
  }

  /** What ends an extension. */
  #delimit(byte: number): number | undefined {
    const [unfit = '', part = ''] = words[this.#state] ?? [];
    if (byte === semicolon) this.#state = 'extension';
    else if (byte === carriageReturn) this.#state = 'line-feed';
    else if (byte === lineFeed) return this.#lineEnd(`chunk extension ${part}`);
    else fail('HPE_STRICT', unfit);
    return undefined;
  }

  #lineEnd(after: string): number {
    if (!this.#lenient.lineFeeds) fail('HPE_CR_EXPECTED', `Missing expected CR after ${after}`);
    return this.#size();
  }

  #size(): number {
    return Number.parseInt(this.#digits, 16);
  }
}
