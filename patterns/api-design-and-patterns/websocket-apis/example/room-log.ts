import type { Message } from './messages.ts';

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
