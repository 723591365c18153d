import { readHeader, readRequestLine, readStatusLine, type StartLine } from './read-lines.ts';
import { Framing, type BodyKind } from './framing.ts';
import { ParseError, type ParseFault } from './parse-error.ts';

/** The first line and the headers of a message. */
export interface MessageHead extends StartLine {
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly upgrade: boolean;
  readonly keepAlive: boolean;
}

/** Who hears what the parser finds. */
export interface MessageSink {
  /** The first byte of a message came. */
  begin?(): void;
  /** @returns `no-body` where none follows whatever the headers say, `upgrade` where no HTTP follows */
  head(head: MessageHead): 'body' | 'no-body' | 'upgrade';
  body(bytes: Uint8Array): void;
  /** @param trailers names and values in turn */
  end(trailers: readonly string[]): void;
}

export interface ParserOptions {
  readonly kind: 'request' | 'response';
  readonly maxHeaderBytes: number;
  /** What it takes that the standard forbids. */
  readonly lenient?: 'none' | 'headers' | 'all';
}

type State =
  'start' | 'headers' | 'body' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailers' | 'upgraded';

const lineFeed = 10;

/** Reads HTTP/1.1 messages from bytes that come in pieces of any size, one message after another. */
export class MessageParser {
  readonly #options: ParserOptions;
  readonly #sink: MessageSink;
  #state: State = 'start';
  #line = '';
  #headerBytes = 0;
  #start: StartLine | undefined;
  #raw: string[] = [];
  #left = 0;
  #kind: BodyKind = 'none';
  #at = 0;
  #stopped = false;

  constructor(options: ParserOptions, sink: MessageSink) {
    this.#options = options;
    this.#sink = sink;
  }

  /** Whether a message has begun and is not whole. */
  get inMessage(): boolean {
    return this.#state !== 'start' || this.#line !== '';
  }

  /** Whether the head of a message has begun and is not whole. */
  get inHead(): boolean {
    return this.#state === 'headers' || (this.#state === 'start' && this.#line !== '');
  }

  /** Nothing more is read, not even from the bytes at hand. */
  stop(): void {
    this.#stopped = true;
  }

  /**
   * @returns how many bytes were read; fewer than there are after an upgrade, or once stopped
   * @throws {ParseError}
   */
  push(given: Uint8Array): number {
    // A Buffer is a view with slower methods of its own.
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    this.#at = 0;
    while (this.#at < bytes.length && this.#state !== 'upgraded' && !this.#stopped) {
      if (this.#state === 'start' && this.#line === '') this.#sink.begin?.();
      if (this.#state === 'body' || this.#state === 'chunk') this.#takeBody(bytes);
      else if (!this.#takeLine(bytes)) break;
    }
    return this.#at;
  }

  /**
   * The connection has ended.
   * @throws {ParseError} within a message
   */
  finish(): void {
    if (this.#state === 'body' && this.#kind === 'until-end') this.#end([]);
    else if (this.inMessage && this.#state !== 'upgraded') this.#fail('HPE_INVALID_EOF_STATE');
  }

  #takeBody(bytes: Uint8Array): void {
    const part = bytes.subarray(this.#at, this.#at + this.#left);
    this.#at += part.length;
    this.#left -= part.length;
    this.#sink.body(part);
    if (this.#left > 0) return;
    if (this.#state === 'chunk') this.#state = 'chunk-end';
    else this.#end([]);
  }

  /** @returns false where the line is not whole yet */
  #takeLine(bytes: Uint8Array): boolean {
    const end = bytes.indexOf(lineFeed, this.#at);
    const part = bytes.subarray(this.#at, end === -1 ? bytes.length : end + 1);
    this.#line += latin1(part);
    this.#at += part.length;
    this.#countHeader(part.length);
    if (end === -1) {
      this.#checkStart();
      return false;
    }
    const line = this.#line;
    this.#line = '';
    if (!line.endsWith('\r\n')) this.#failLine(line);
    this.#takeWholeLine(line.slice(0, -2));
    return true;
  }

  #countHeader(bytes: number): void {
    if (this.#state !== 'start' && this.#state !== 'headers' && this.#state !== 'trailers') return;
    this.#headerBytes += bytes;
    if (this.#headerBytes >= this.#options.maxHeaderBytes) this.#fail('HPE_HEADER_OVERFLOW');
  }

  /** A first line that can never become one is refused at once, without waiting for its end. */
  #checkStart(): void {
    if (this.#state !== 'start' || this.#options.kind !== 'request') return;
    if (!/^(?:\r\n?)?[A-Z-]*(?: .*)?$/s.test(this.#line)) this.#fail('HPE_INVALID_METHOD');
  }

  #failLine(line: string): never {
    if (this.#state === 'start')
      this.#fail(this.#options.kind === 'request' ? 'HPE_INVALID_METHOD' : 'HPE_INVALID_CONSTANT');
    if (this.#state === 'chunk-size') this.#fail('HPE_INVALID_CHUNK_SIZE');
    this.#fail(line === '\n' ? 'HPE_CR_EXPECTED' : 'HPE_CR_EXPECTED');
  }

  #takeWholeLine(line: string): void {
    switch (this.#state) {
      case 'start':
        if (line !== '') this.#begin(line);
        break;
      case 'headers':
      case 'trailers':
        if (line === '') this.#headersDone();
        else this.#takeHeader(line);
        break;
      case 'chunk-size':
        this.#takeChunkSize(line);
        break;
      default:
        if (line !== '') this.#fail('HPE_STRICT');
        this.#state = 'chunk-size';
    }
  }

  #begin(line: string): void {
    const read = this.#options.kind === 'request' ? readRequestLine : readStatusLine;
    this.#start = read(line, (code) => this.#fail(code));
    this.#state = 'headers';
    this.#raw = [];
  }

  #takeHeader(line: string): void {
    if (/^[ \t]/.test(line) && this.#raw.length > 0) {
      // A folded line continues the value before it.
      this.#raw.push(`${this.#raw.pop() ?? ''} ${line.trim()}`);
      return;
    }
    this.#raw.push(...readHeader(line, (code) => this.#fail(code)));
  }

  #headersDone(): void {
    if (this.#state === 'trailers') {
      this.#end(this.#raw);
      return;
    }
    const start = this.#start as StartLine;
    const framing = new Framing(start, this.#raw, (code) => this.#fail(code));
    const rawHeaders = this.#raw;
    this.#raw = [];
    const { keepAlive, upgrade } = framing;
    const wanted = this.#sink.head({ ...start, rawHeaders, upgrade, keepAlive });
    if (wanted === 'upgrade') this.#state = 'upgraded';
    else this.#expectBody(wanted === 'no-body' ? 'none' : framing.kind, framing.length);
  }

  #expectBody(kind: BodyKind, length: number): void {
    this.#kind = kind;
    this.#left = kind === 'until-end' ? Infinity : length;
    if (kind === 'chunked') this.#state = 'chunk-size';
    else if (kind === 'none' || this.#left === 0) this.#end([]);
    else this.#state = 'body';
  }

  #takeChunkSize(line: string): void {
    const size = /^([\da-f]{1,13})[ \t]*(?:;.*)?$/i.exec(line)?.[1];
    if (size === undefined) this.#fail('HPE_INVALID_CHUNK_SIZE');
    this.#left = Number.parseInt(size, 16);
    this.#headerBytes = 0;
    this.#state = this.#left === 0 ? 'trailers' : 'chunk';
  }

  #end(trailers: readonly string[]): void {
    this.#state = 'start';
    this.#headerBytes = 0;
    this.#sink.end(trailers);
  }

  #fail(code: ParseFault): never {
    this.#stopped = true;
    throw new ParseError(code, this.#at);
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
