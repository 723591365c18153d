import type { HeaderValue } from './header-store.ts';
import { httpError } from './http-errors.ts';
import { validateHeaderName, validateHeaderValue } from './tokens.ts';

/** What the headers of a message say themselves, so that nothing is added to it. */
export interface Said {
  connection: 'keep-alive' | 'close' | 'other' | undefined;
  contentLength: number | undefined;
  transferEncoding: boolean;
  chunked: boolean;
  date: boolean;
  expect: boolean;
  trailer: boolean;
  upgrade: boolean;
  keepAlive: boolean;
}

/** The first line and the headers of a message, as they are sent. */
export class MessageHead {
  readonly said: Said = {
    connection: undefined,
    contentLength: undefined,
    transferEncoding: false,
    chunked: false,
    date: false,
    expect: false,
    trailer: false,
    upgrade: false,
    keepAlive: false,
  };
  #text: string;

  constructor(firstLine: string) {
    this.#text = `${firstLine}\r\n`;
  }

  get text(): string {
    return `${this.#text}\r\n`;
  }

  /** Adds what a program said. */
  add(name: string, value: HeaderValue, validate: boolean): void {
    if (validate) validateHeaderName(name);
    const key = name.toLowerCase();
    if (typeof value === 'object' && key === 'cookie') {
      this.#line(name, value.join('; '), validate);
    } else if (typeof value === 'object') {
      for (const each of value) this.#line(name, each, validate);
    } else {
      this.#line(name, value, validate);
    }
    this.#note(key, String(value));
  }

  /** Adds what Node says by itself. */
  append(name: string, value: string): void {
    this.#text += `${name}: ${value}\r\n`;
  }

  #line(name: string, value: string | number, validate: boolean): void {
    if (validate) validateHeaderValue(name, value);
    this.#text += `${name}: ${value}\r\n`;
  }

  #note(key: string, value: string): void {
    const { said } = this;
    switch (key) {
      case 'connection':
        said.connection = /(?:^|\W)close(?:$|\W)/i.test(value)
          ? 'close'
          : /(?:^|\W)keep-alive(?:$|\W)/i.test(value)
            ? 'keep-alive'
            : 'other';
        said.upgrade ||= /upgrade/i.test(value);
        break;
      case 'transfer-encoding':
        said.transferEncoding = true;
        said.chunked = /(?:^|\W)chunked(?:$|\W)/i.test(value);
        break;
      case 'content-length':
        said.contentLength = Number(value);
        break;
      case 'date':
      case 'expect':
      case 'trailer':
      case 'upgrade':
        said[key] = true;
        break;
      case 'keep-alive':
        said.keepAlive = true;
        break;
    }
  }
}

/** Pairs of a list that holds names and values in turn, or pairs. */
export function pairsOf(headers: readonly unknown[]): [string, HeaderValue][] {
  if (Array.isArray(headers[0])) return headers as [string, HeaderValue][];
  if (headers.length % 2 !== 0)
    throw httpError('ERR_HTTP_INVALID_HEADER_VALUE', 'undefined', 'headers');
  return Array.from({ length: headers.length / 2 }, (_, at) => [
    headers[2 * at] as string,
    headers[2 * at + 1] as HeaderValue,
  ]);
}

let cached: { readonly second: number; readonly text: string } | undefined;

/** The value of `Date`, of the running second. */
export function dateText(): string {
  const second = Math.floor(Date.now() / 1000);
  if (cached?.second !== second) cached = { second, text: new Date().toUTCString() };
  return cached.text;
}
