import { fail } from './parse-error.ts';
import type { StartLine } from './start-line.ts';

/** How a body ends. */
export type BodyKind = 'none' | 'length' | 'chunked' | 'until-end';

const longestLength = 2n ** 64n - 1n;

/**
 * What the headers of a message say about its body and its connection (RFC 9112, sections 6 and 9).
 * Whatever two readers could take for different lengths is refused.
 */
export class Framing {
  readonly #isRequest: boolean;
  readonly #lenient: boolean;
  #length: number | undefined;
  #encoded = false;
  #chunked = false;
  #upgrade = false;
  readonly #connection = new Set<string>();

  /** @param lenient whether a length beside an encoding, or an odd encoding, is forgiven */
  constructor(isRequest: boolean, lenient: boolean) {
    this.#isRequest = isRequest;
    this.#lenient = lenient;
  }

  /** The name of a header is whole. @param name in lower case */
  named(name: string): void {
    if (name === 'content-length') {
      if (this.#length !== undefined)
        fail('HPE_UNEXPECTED_CONTENT_LENGTH', 'Duplicate Content-Length');
      if (this.#encoded && !this.#lenient)
        fail(
          'HPE_INVALID_CONTENT_LENGTH',
          "Content-Length can't be present with Transfer-Encoding",
        );
    } else if (name === 'transfer-encoding') {
      if (this.#length !== undefined && !this.#lenient)
        fail(
          'HPE_INVALID_TRANSFER_ENCODING',
          "Transfer-Encoding can't be present with Content-Length",
        );
    } else if (name === 'upgrade') {
      this.#upgrade = true;
    }
  }

  /** A header is whole. @param name in lower case */
  add(name: string, value: string): void {
    if (name === 'content-length') this.#readLength(value);
    else if (name === 'transfer-encoding') this.#readEncoding(value);
    else if (name === 'connection' || name === 'proxy-connection')
      for (const option of value.toLowerCase().split(',')) this.#connection.add(option.trim());
  }

  /** Bytes of a body of a given length; else 0. */
  get length(): number {
    return this.#length ?? 0;
  }

  /** An encoding that leaves open where the body of a request ends. */
  get isAmbiguous(): boolean {
    return this.#isRequest && this.#encoded && !this.#chunked && !this.#lenient;
  }

  kindOf({ status }: StartLine): BodyKind {
    if (status !== undefined && isBodyless(status)) return 'none';
    if (this.#chunked) return 'chunked';
    if (this.#encoded) return 'until-end';
    if (this.#length !== undefined) return 'length';
    return this.#isRequest ? 'none' : 'until-end';
  }

  keepsAlive(start: StartLine): boolean {
    const options = this.#connection;
    const modern = start.major > 0 && start.minor > 0;
    const stays = modern ? !options.has('close') : options.has('keep-alive');
    return stays && (this.#isRequest || this.kindOf(start) !== 'until-end');
  }

  upgrades({ method, status }: StartLine): boolean {
    if (method === 'CONNECT') return true;
    const asked = this.#upgrade && this.#connection.has('upgrade');
    return asked && (this.#isRequest || status === 101);
  }

  #readLength(value: string): void {
    if (value === '') fail('HPE_INVALID_CONTENT_LENGTH', 'Empty Content-Length');
    if (!/^\d+$/.test(value))
      fail('HPE_INVALID_CONTENT_LENGTH', 'Invalid character in Content-Length');
    if (BigInt(value) > longestLength)
      fail('HPE_INVALID_CONTENT_LENGTH', 'Content-Length overflow');
    this.#length = Number(value);
  }

  /** `chunked` must come last, or a reader that stops before it sees another body. */
  #readEncoding(value: string): void {
    if (value === '') fail('HPE_INVALID_TRANSFER_ENCODING', 'Empty Transfer-Encoding');
    this.#encoded = true;
    for (const coding of value.toLowerCase().split(',')) {
      if (this.#chunked && this.#isRequest && !this.#lenient)
        fail('HPE_INVALID_TRANSFER_ENCODING', 'Invalid `Transfer-Encoding` header value');
      this.#chunked = coding.replace(/^[ \t]+/, '').replace(/ +$/, '') === 'chunked';
    }
  }
}

function isBodyless(status: number): boolean {
  return (status >= 100 && status < 200) || status === 204 || status === 304;
}
