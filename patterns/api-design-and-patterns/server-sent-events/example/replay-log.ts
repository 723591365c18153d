/** One event that was published. */
export interface Entry {
  readonly id: string;
  readonly data: string;
}

/**
 * The last events, so many and no more. Ids are
 * `<name>.<number>`: the name tells one history from another,
 * since a process that counts from 1 again would take the ids
 * of the one before for its own.
 */
export class ReplayLog {
  readonly #name: string;
  readonly #keep: number;
  readonly #entries: Entry[] = [];
  #count = 0;

  /**
   * @param name new with each history, such as a random UUID
   * @param keep how many events: events a second × seconds that
   *   a reader may be away
   */
  constructor(name: string, keep: number) {
    this.#name = name;
    this.#keep = keep;
  }

  /** Id of the latest event, or of the beginning. */
  get head(): string {
    return this.#id(this.#count);
  }

  add(data: string): void {
    this.#count += 1;
    this.#entries.push({ id: this.head, data });
    if (this.#entries.length > this.#keep) this.#entries.shift();
  }

  /**
   * @returns the event after this one; `latest` where there is
   *   none yet; `gone` where it is not kept, or the id is not ours
   */
  after(id: string): Entry | 'latest' | 'gone' {
    const at = Number(id.slice(this.#name.length + 1));
    const isOurs = Number.isSafeInteger(at) && at <= this.#count;
    if (!isOurs || id !== this.#id(at)) return 'gone';
    if (at === this.#count) return 'latest';
    return this.#entries.at(at - this.#count) ?? 'gone';
  }

  #id(at: number): string {
    return `${this.#name}.${at}`;
  }
}
