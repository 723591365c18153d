import { byteSet, carriageReturn, colon, lineFeed, space, tab, tokenBytes } from './bytes.ts';
import type { Framing } from './framing.ts';
import { fail } from './parse-error.ts';

/** What is forgiven in headers. */
export interface HeaderLeniency {
  readonly lineFeeds: boolean;
  /** Control characters in values. */
  readonly values: boolean;
  /** A value that goes on in the next line (RFC 9112, section 5.2). */
  readonly folding: boolean;
}

const strictValue = byteSet(/[\t -~\x80-\xff]/);
const relaxedValue = byteSet(/[^\0\r\n]/);
/** Names that llhttp looks for; a space after one of them has its own words. */
const watched = new Set([
  'connection',
  'content-length',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

type State = 'first' | 'start' | 'name' | 'value' | 'line-feed' | 'after' | 'last-line-feed';

/** Headers, or trailers, byte by byte (RFC 9112, section 5), until the empty line. */
export class HeaderLines {
  /** Names and values in turn. */
  readonly raw: string[] = [];
  readonly #lenient: HeaderLeniency;
  readonly #framing: Framing;
  readonly #valueBytes: readonly boolean[];
  #state: State;
  #name = '';
  #value = '';

  /** @param where right after a first line no space may stand */
  constructor(where: 'head' | 'trailers', lenient: HeaderLeniency, framing: Framing) {
    this.#state = where === 'head' ? 'first' : 'start';
    this.#lenient = lenient;
    this.#framing = framing;
    this.#valueBytes = lenient.values ? relaxedValue : strictValue;
  }

  /**
   * @param count told of each byte of a name or a value
   * @returns whether that was the empty line's end
   */
  add(byte: number, count: () => void): boolean {
    switch (this.#state) {
      case 'first':
        if (byte === space) fail('HPE_UNEXPECTED_SPACE', 'Unexpected space after start line');
        return this.#begin(byte, count);
      case 'start':
        return this.#begin(byte, count);
      case 'name':
        this.#addName(byte, count);
        return false;
      case 'value':
        this.#addValue(byte, count);
        return false;
      case 'line-feed':
        if (byte !== lineFeed) fail('HPE_LF_EXPECTED', 'Missing expected LF after header value');
        this.#state = 'after';
        return false;
      case 'after':
        return this.#addAfter(byte, count);
      case 'last-line-feed':
        if (byte !== lineFeed) fail('HPE_STRICT', 'Expected LF after headers');
        return true;
    }
  }

  #begin(byte: number, count: () => void): boolean {
    if (byte === carriageReturn) {
      this.#state = 'last-line-feed';
      return false;
    }
    if (byte === lineFeed) {
      if (this.#lenient.lineFeeds) return true;
      fail('HPE_INVALID_HEADER_TOKEN', 'Invalid header field char');
    }
    this.#name = '';
    this.#value = '';
    this.#state = 'name';
    this.#addName(byte, count);
    return false;
  }

  #addName(byte: number, count: () => void): void {
    if (byte === colon && this.#name !== '') {
      this.#framing.named(this.#name.toLowerCase());
      this.#state = 'value';
      return;
    }
    if (!tokenBytes[byte]) {
      const known = byte === space && watched.has(this.#name.toLowerCase());
      fail(
        'HPE_INVALID_HEADER_TOKEN',
        known ? 'Invalid header field char' : 'Invalid header token',
      );
    }
    this.#name += String.fromCharCode(byte);
    count();
  }

  #addValue(byte: number, count: () => void): void {
    if (byte === carriageReturn) {
      this.#state = 'line-feed';
    } else if (byte === lineFeed) {
      if (!this.#lenient.lineFeeds)
        fail('HPE_CR_EXPECTED', 'Missing expected CR after header value');
      this.#state = 'after';
    } else if (this.#value !== '' || (byte !== space && byte !== tab)) {
      if (!this.#valueBytes[byte]) fail('HPE_INVALID_HEADER_TOKEN', 'Invalid header value char');
      this.#value += String.fromCharCode(byte);
      count();
    }
  }

  /** Only the byte after a line tells whether the value is whole. */
  #addAfter(byte: number, count: () => void): boolean {
    if (byte === space || byte === tab) {
      if (!this.#lenient.folding)
        fail('HPE_INVALID_HEADER_TOKEN', 'Unexpected whitespace after header value');
      this.#value = `${this.#value} `;
      this.#state = 'value';
      return false;
    }
    const value = this.#value.replace(/[ \t]+$/, '');
    this.raw.push(this.#name, value);
    this.#framing.add(this.#name.toLowerCase(), value);
    return this.#begin(byte, count);
  }
}
