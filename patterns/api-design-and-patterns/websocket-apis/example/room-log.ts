import type { FromNode, Message } from './protocol.ts';

/** Who sends: one page of one member, until it is closed. */
export interface Sender {
  readonly name: string;
  /** Drawn anew by each page: two tabs count apart. */
  readonly page: string;
}

export interface LogOptions {
  /** Messages a second × the seconds that one may be away. */
  readonly keep: number;
  /** Pages whose count is known, the latest of them. */
  readonly keepPages: number;
}

/**
 * The last messages of a room, in the one order that all see.
 * Here an object; behind several nodes a stream or a table that
 * numbers by itself.
 */
export class RoomLog {
  readonly #options: LogOptions;
  readonly #kept: Message[] = [];
  /** How many messages of each page are taken. */
  readonly #taken = new Map<string, number>();
  #head = 0;

  constructor(options: LogOptions) {
    this.#options = options;
  }

  /** Number of the latest message. */
  get head(): number {
    return this.#head;
  }

  /**
   * Numbers a message and keeps it, unless it came before. A page
   * counts its messages and repeats them in order, so one number
   * for each page tells, however long ago it was.
   *
   * @param count of this page, from 1
   * @returns whether it is new
   */
  append(from: Sender, count: number, text: string): boolean {
    const page = JSON.stringify([from.name, from.page]);
    const taken = this.#taken.get(page) ?? 0;
    this.#taken.delete(page); // and to the end: the latest used
    this.#taken.set(page, Math.max(taken, count));
    const [oldest = page] = this.#taken.keys();
    if (this.#taken.size > this.#options.keepPages)
      this.#taken.delete(oldest);
    if (count <= taken) return false;
    this.#head += 1;
    this.#kept.push({ seq: this.#head, from: from.name, text });
    if (this.#kept.length > this.#options.keep)
      this.#kept.shift();
    return true;
  }

  /**
   * @returns what follows, or `too-old` where it is not kept.
   *   A number that was never given is of another log, and so is
   *   too old as well
   */
  after(seq: number): readonly Message[] | 'too-old' {
    const count = this.#head - seq;
    if (count < 0 || count > this.#kept.length) return 'too-old';
    return this.#kept.slice(this.#kept.length - count);
  }
}

/** One connection as a node has it: a `WebSocket` of ws is one. */
export interface Socket {
  /** Bytes that wait in this process. */
  readonly bufferedAmount: number;
  /** @param written they wait no longer, or never will */
  send(text: string, written: () => void): void;
  close(code: number, reason: string): void;
  /** Without a word, for whoever would not hear it. */
  terminate(): void;
}

export interface DeliveryOptions {
  /** Shared by all nodes. */
  readonly log: RoomLog;
  /** While so much waits for a member, nothing is added. */
  readonly bufferBytes: number;
}

/**
 * What one member is sent. There is no queue: it has a place in
 * the log, and gets what follows whenever there is room.
 */
export class Delivery {
  readonly #socket: Socket;
  readonly #options: DeliveryOptions;
  /** Last message that was sent; none before its hello. */
  #seq: number | undefined;
  /** How many of its own are taken, and it was not told. */
  #taken: number | undefined;
  #isPinged = false;
  #isOver = false;

  constructor(socket: Socket, options: DeliveryOptions) {
    this.#socket = socket;
    this.#options = options;
  }

  get hasBegun(): boolean {
    return this.#seq !== undefined;
  }

  begin(after: number): void {
    this.#seq = after;
    this.advance();
  }

  take(count: number): void {
    this.#taken = count;
    this.advance();
  }

  /** One at a time: many would fill what is full already. */
  ping(): void {
    if (this.#isPinged || this.#isOver) return;
    this.#isPinged = true;
    this.#send({ type: 'ping' });
  }

  pong(): void {
    this.#isPinged = false;
  }

  close(code: number, reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#isOver = true;
    this.#socket.terminate();
  }

  /** The connection is gone. */
  end(): void {
    this.#isOver = true;
  }

  /** Sends what follows, as long as there is room. */
  advance(): void {
    if (this.#taken !== undefined && this.#hasRoom) {
      const count = this.#taken;
      this.#taken = undefined;
      this.#send({ type: 'taken', count });
    }
    while (this.#seq !== undefined && this.#hasRoom) {
      const next = this.#options.log.after(this.#seq);
      if (next === 'too-old') return this.#startOver();
      const messages = this.#batch(next);
      const last = messages.at(-1);
      if (!last) return;
      this.#seq = last.seq;
      this.#send({ type: 'messages', messages });
    }
  }

  #startOver(): void {
    const seq = this.#options.log.head;
    this.#seq = seq;
    this.#send({ type: 'reload', seq });
  }

  /** The first of them that fill a buffer; one at least. */
  #batch(messages: readonly Message[]): readonly Message[] {
    let bytes = 0;
    const end = messages.findIndex((message, at) => {
      bytes += Buffer.byteLength(JSON.stringify(message));
      return at > 0 && bytes > this.#options.bufferBytes;
    });
    return end < 0 ? messages : messages.slice(0, end);
  }

  get #hasRoom(): boolean {
    const { bufferBytes } = this.#options;
    const isFull = this.#socket.bufferedAmount >= bufferBytes;
    return !this.#isOver && !isFull;
  }

  #send(message: FromNode): void {
    const text = JSON.stringify(message);
    this.#socket.send(text, () => this.advance());
  }
}
