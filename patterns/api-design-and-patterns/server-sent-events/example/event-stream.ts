/**
 * The format of `text/event-stream`, both ways.
 * HTML Living Standard, 9.2.5 and 9.2.6.
 */

/** What a sender writes. */
export interface Outgoing {
  readonly id?: string;
  /** Its type; without one it is a `message`. */
  readonly event?: string;
  readonly data: string;
}

/** What a reader gets. */
export interface Message {
  readonly event: string;
  readonly data: string;
  /** The latest id, of this event or of one before. */
  readonly lastEventId: string;
}

const LINE_END = /\r\n|\n|\r/;
const BREAKS_A_FIELD = new RegExp('[\\0\\r\\n]');

/** Nobody hears it; it keeps the connection from being idle. */
export const HEARTBEAT = ':\n\n';

/** @throws {TypeError} where an id or a type has a line end or NUL */
export function format({ id, event, data }: Outgoing): string {
  return (
    field('id', id) +
    field('event', event) +
    data
      .split(LINE_END)
      .map((line) => `data: ${line}\n`)
      .join('') +
    '\n'
  );
}

/** @param ms after which a reader comes back, a whole number */
export function formatRetry(ms: number): string {
  if (!Number.isSafeInteger(ms) || ms < 0)
    throw new TypeError(`retry must be whole ms, not ${ms}`);
  return `retry: ${ms}\n\n`;
}

function field(name: string, value: string | undefined): string {
  if (value === undefined) return '';
  if (BREAKS_A_FIELD.test(value))
    throw new TypeError(`${name} with a line end or NUL`);
  return `${name}: ${value}\n`;
}

/** Reads one stream, in pieces that may be cut anywhere. */
export class EventStreamParser {
  /** What `Last-Event-ID` says next time. */
  lastEventId: string;
  /** What the sender last asked for. */
  retryMs: number | undefined;
  readonly #decoder = new TextDecoder(); // takes the BOM away
  readonly #maxChars: number;
  #rest = '';
  #afterCr = false;
  #data = '';
  #event = '';
  #id: string;

  /**
   * @param lastEventId of the stream before, as browsers do
   * @param maxChars of one event; without it a sender decides
   *   how much a reader keeps
   */
  constructor(lastEventId = '', maxChars = 1_000_000) {
    this.lastEventId = lastEventId;
    this.#id = lastEventId;
    this.#maxChars = maxChars;
  }

  /** @throws {RangeError} where an event is too long */
  push(bytes: Uint8Array): Message[] {
    let text = this.#decoder.decode(bytes, { stream: true });
    if (text === '') return [];
    if (this.#afterCr && text.startsWith('\n'))
      text = text.slice(1);
    this.#afterCr = text.endsWith('\r');
    const lines = (this.#rest + text).split(LINE_END);
    this.#rest = lines.pop() ?? '';
    const messages = lines.flatMap((line) => this.#take(line));
    if (this.#rest.length + this.#data.length > this.#maxChars)
      throw new RangeError(`over ${this.#maxChars} characters`);
    return messages;
  }

  #take(line: string): Message[] {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return []; // a comment
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1);
    this.#set(name, value.replace(/^ /, ''));
    return [];
  }

  #set(name: string, value: string): void {
    if (name === 'data') this.#data += `${value}\n`;
    else if (name === 'event') this.#event = value;
    else if (name === 'id') {
      if (!value.includes('\0')) this.#id = value;
    } else if (name === 'retry') {
      if (/^[0-9]+$/.test(value)) this.retryMs = Number(value);
    }
  }

  /** An id counts from its blank line on, with or without data. */
  #dispatch(): Message[] {
    this.lastEventId = this.#id;
    const data = this.#data;
    const event = this.#event || 'message';
    this.#data = '';
    this.#event = '';
    if (data === '') return [];
    const lastEventId = this.#id;
    return [{ event, data: data.slice(0, -1), lastEventId }];
  }
}
