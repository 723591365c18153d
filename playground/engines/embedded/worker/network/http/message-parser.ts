import { carriageReturn, lineFeed } from './bytes.ts';
import { ChunkHead } from './chunk-head.ts';
import { Framing } from './framing.ts';
import { HeaderLines } from './header-lines.ts';
import { fail, ParseError } from './parse-error.ts';
import { RequestLine } from './request-line.ts';
import type { StartLine, StartLineReader } from './start-line.ts';
import { StatusLine } from './status-line.ts';

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
  /** Of names, values, the target and the words of the status. */
  readonly maxHeaderBytes: number;
  /** What it takes that the standard forbids: odd values of headers, or whatever llhttp can take. */
  readonly lenient?: 'none' | 'headers' | 'all';
}

type State =
  | 'between'
  | 'start-line'
  | 'headers'
  | 'body'
  | 'chunk-head'
  | 'chunk'
  | 'chunk-end'
  | 'chunk-line-feed'
  | 'trailers'
  | 'upgraded'
  | 'closed';

/**
 * Reads HTTP/1.1 messages (RFC 9112) from bytes that come in pieces of any size, one message after
 * another. It takes and refuses what llhttp does in Node, in the same words: each state looks at one
 * byte, so it makes no difference where the pieces begin.
 */
export class MessageParser {
  readonly #options: ParserOptions;
  readonly #sink: MessageSink;
  readonly #all: boolean;
  #state: State = 'between';
  #startLine: StartLineReader;
  #start: StartLine | undefined;
  #framing: Framing;
  #headers: HeaderLines;
  #chunkHead: ChunkHead;
  #headerBytes = 0;
  #left = 0;
  #keepAlive = true;
  #stopped = false;

  constructor(options: ParserOptions, sink: MessageSink) {
    this.#options = options;
    this.#sink = sink;
    this.#all = options.lenient === 'all';
    this.#startLine = this.#newStartLine();
    this.#framing = this.#newFraming();
    this.#headers = this.#newHeaders('head');
    this.#chunkHead = this.#newChunkHead();
  }

  /** Whether a message has begun and is not whole. */
  get inMessage(): boolean {
    return !['between', 'upgraded', 'closed'].includes(this.#state);
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
    let at = 0;
    try {
      while (at < bytes.length && this.#state !== 'upgraded' && !this.#stopped) {
        if (this.#state === 'body' || this.#state === 'chunk') {
          at += this.#takeBody(bytes.subarray(at));
        } else {
          this.#take(bytes[at] ?? 0);
          at += 1;
        }
      }
    } catch (error) {
      this.#stopped = true;
      if (error instanceof ParseError) error.bytesParsed = at;
      throw error;
    }
    return at;
  }

  /**
   * The connection has ended.
   * @throws {ParseError} within a message
   */
  finish(): void {
    if (this.#stopped) return;
    if (this.#state === 'body' && this.#left === Infinity) this.#end([]);
    else if (this.inMessage) fail('HPE_INVALID_EOF_STATE', 'Invalid EOF state');
  }

  #take(byte: number): void {
    switch (this.#state) {
      case 'between':
        if (byte === carriageReturn || byte === lineFeed) break;
        this.#begin();
        this.#takeStartLine(byte);
        break;
      case 'start-line':
        this.#takeStartLine(byte);
        break;
      case 'headers':
        if (this.#headers.add(byte, this.#countHeader)) this.#headDone();
        break;
      case 'trailers':
        if (this.#headers.add(byte, this.#countHeader)) this.#end(this.#headers.raw);
        break;
      case 'closed':
        if (byte !== carriageReturn && byte !== lineFeed)
          fail('HPE_CLOSED_CONNECTION', 'Data after `Connection: close`');
        break;
      default:
        this.#takeChunk(byte);
    }
  }

  #begin(): void {
    this.#sink.begin?.();
    this.#startLine = this.#newStartLine();
    this.#framing = this.#newFraming();
    this.#headers = this.#newHeaders('head');
    this.#headerBytes = 0;
    this.#state = 'start-line';
  }

  #takeStartLine(byte: number): void {
    this.#start = this.#startLine.add(byte);
    if (!this.#start) {
      this.#countHeader();
      return;
    }
    this.#headerBytes = (this.#start.url ?? this.#start.statusText ?? '').length;
    this.#state = 'headers';
  }

  readonly #countHeader = (): void => {
    this.#headerBytes += 1;
    if (this.#headerBytes >= this.#options.maxHeaderBytes)
      fail('HPE_HEADER_OVERFLOW', 'Header overflow');
  };

  #headDone(): void {
    const start = this.#start as StartLine;
    const framing = this.#framing;
    const keepAlive = framing.keepsAlive(start);
    const upgrade = framing.upgrades(start);
    const { raw: rawHeaders } = this.#headers;
    const wanted = this.#sink.head({ ...start, rawHeaders, upgrade, keepAlive });
    this.#keepAlive = keepAlive || wanted === 'no-body';
    if (wanted === 'upgrade') {
      this.#state = 'upgraded';
      this.#sink.end([]);
    } else if (framing.isAmbiguous) {
      fail('HPE_INVALID_TRANSFER_ENCODING', 'Request has invalid `Transfer-Encoding`');
    } else {
      this.#expectBody(wanted === 'no-body' ? 'none' : framing.kindOf(start));
    }
  }

  #expectBody(kind: ReturnType<Framing['kindOf']>): void {
    this.#left = kind === 'until-end' ? Infinity : this.#framing.length;
    if (kind === 'chunked') {
      this.#chunkHead = this.#newChunkHead();
      this.#state = 'chunk-head';
    } else if (kind === 'none' || this.#left === 0) {
      this.#end([]);
    } else {
      this.#state = 'body';
    }
  }

  /** @returns how many bytes of these belong to the body */
  #takeBody(bytes: Uint8Array): number {
    const part = bytes.subarray(0, Math.min(this.#left, bytes.length));
    this.#left -= part.length;
    if (this.#left === 0 && this.#state === 'chunk') this.#state = 'chunk-end';
    const ends = this.#left === 0 && this.#state === 'body';
    this.#sink.body(part);
    if (ends) this.#end([]);
    return part.length;
  }

  #takeChunk(byte: number): void {
    if (this.#state === 'chunk-head') {
      const size = this.#chunkHead.add(byte);
      if (size !== undefined) this.#expectChunk(size);
    } else if (this.#state === 'chunk-end' && byte === carriageReturn) {
      this.#state = 'chunk-line-feed';
    } else if (byte === lineFeed && (this.#state === 'chunk-line-feed' || this.#all)) {
      this.#chunkHead.restart();
      this.#state = 'chunk-head';
    } else if (byte === lineFeed) {
      fail('HPE_CR_EXPECTED', 'Missing expected CR after chunk data');
    } else {
      fail('HPE_STRICT', 'Expected LF after chunk data');
    }
  }

  #expectChunk(size: number): void {
    this.#left = size;
    this.#state = size === 0 ? 'trailers' : 'chunk';
    if (size > 0) return;
    this.#headerBytes = 0;
    this.#headers = this.#newHeaders('trailers');
  }

  #end(trailers: readonly string[]): void {
    // After a 101 no HTTP follows, even where its headers name no protocol.
    if (this.#start?.status === 101) this.#state = 'upgraded';
    else this.#state = this.#keepAlive || this.#all ? 'between' : 'closed';
    this.#sink.end(trailers);
  }

  #newStartLine(): StartLineReader {
    const lenient = { lineFeeds: this.#all, versions: this.#all };
    return this.#options.kind === 'request' ? new RequestLine(lenient) : new StatusLine(lenient);
  }

  #newFraming(): Framing {
    return new Framing(this.#options.kind === 'request', this.#all);
  }

  #newHeaders(where: 'head' | 'trailers'): HeaderLines {
    const all = this.#all;
    const values = all || this.#options.lenient === 'headers';
    return new HeaderLines(where, { lineFeeds: all, values, folding: all }, this.#framing);
  }

  #newChunkHead(): ChunkHead {
    return new ChunkHead({ lineFeeds: this.#all, spaces: this.#all });
  }
}
