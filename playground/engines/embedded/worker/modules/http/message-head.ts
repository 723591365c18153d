import { invalidArgValue } from 'node:internal/errors';
import type { HeaderValue } from './header-store.ts';
import type { OutgoingHeaders } from './outgoing-headers.ts';
import { validateHeaderName, validateHeaderValue } from './tokens.ts';

/** Headers as a program gives them at once: an object, pairs, or names and values in turn. */
export type GivenHeaders =
  Readonly<Record<string, unknown>> | readonly unknown[] | null | undefined;

/** What the headers of a message say themselves, so that nothing is added to it. */
type Said = Readonly<
  Record<
    'connection' | 'content-length' | 'transfer-encoding' | 'date' | 'expect' | 'trailer',
    boolean
  >
>;

/** The first line and the headers of a message as they are sent. */
export class MessageHead {
  readonly said: { -readonly [name in keyof Said]: boolean } = {
    connection: false,
    'content-length': false,
    'transfer-encoding': false,
    date: false,
    expect: false,
    trailer: false,
  };
  readonly #message: OutgoingHeaders;
  #text: string;

  constructor(message: OutgoingHeaders, firstLine: string) {
    this.#message = message;
    this.#text = firstLine;
  }

  get text(): string {
    return `${this.#text}\r\n`;
  }

  /** Adds what a program said. Several values are a line each, but for cookies of a request. */
  add(name: string, value: unknown, checked: boolean): void {
    if (!checked) validateHeaderName(name);
    const key = name.toLowerCase();
    if (!Array.isArray(value)) {
      this.#line(name, key, value, checked);
    } else if ((value.length > 1 && key === 'cookie') || this.#message.isUnique(key)) {
      this.#line(name, key, value.join('; '), checked);
    } else {
      for (const each of value as unknown[]) this.#line(name, key, each, checked);
    }
  }

  /** Adds what Node says by itself. */
  append(name: string, value: string): void {
    this.#text += `${name}: ${value}\r\n`;
  }

  #line(name: string, key: string, value: unknown, checked: boolean): void {
    if (!checked) validateHeaderValue(name, value, this.#message.validation);
    this.#text += `${name}: ${String(value)}\r\n`;
    if (!(key in this.said) && key !== 'keep-alive') return;
    if (key in this.said) this.said[key as keyof Said] = true;
    this.#note(key, String(value));
  }

  /** What a program says of the connection and of the body's framing counts. */
  #note(key: string, value: string): void {
    const message = this.#message;
    switch (key) {
      case 'connection':
        message._removedConnection = false;
        if (/(?:^|\W)close(?:$|\W)/i.test(value)) message._last = true;
        else message.shouldKeepAlive = true;
        break;
      case 'transfer-encoding':
        message._removedTE = false;
        if (/(?:^|\W)chunked(?:$|\W)/i.test(value)) message.chunkedEncoding = true;
        break;
      case 'content-length':
        message._removedContLen = false;
        message._contentLength = Number(value);
        break;
      case 'keep-alive':
        message._defaultKeepAlive = false;
        break;
    }
  }
}

/** Names and values of what a program gave. */
export function pairsOf(headers: GivenHeaders): readonly (readonly [string, HeaderValue])[] {
  if (!Array.isArray(headers)) return Object.entries(headers ?? {}) as [string, HeaderValue][];
  if (Array.isArray(headers[0])) return headers as [string, HeaderValue][];
  if (headers.length % 2 !== 0) throw invalidArgValue('headers', headers);
  return Array.from({ length: headers.length / 2 }, (_, at) => [
    headers[2 * at] as string,
    headers[2 * at + 1] as HeaderValue,
  ]);
}
