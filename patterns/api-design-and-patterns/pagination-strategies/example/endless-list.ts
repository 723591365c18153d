/** One page, as the server sent it. */
export interface Batch<Item> {
  readonly items: readonly Item[];
  /** Address of the next one; none at the end. */
  readonly next?: string;
}

export type Load<Item> = (
  url: string,
  signal: AbortSignal,
) => Promise<Batch<Item>>;

/** Where a reader was: enough to come back to it. */
export interface Bookmark {
  /** The page that it stands on. */
  readonly url: string;
  readonly id: number;
}

/** What an endless scroll knows; a view only draws it. */
export class EndlessList<Item extends { readonly id: number }> {
  readonly #load: Load<Item>;
  readonly #stop = new AbortController();
  readonly #items = new Map<
    number,
    { item: Item; url: string }
  >();
  #next: string | undefined;
  #loading: Promise<void> | undefined;
  /** Sent again by the server, and not shown again. */
  repeated = 0;

  constructor(load: Load<Item>, first: string) {
    this.#load = load;
    this.#next = first;
  }

  /** In the order in which they came, each once. */
  get items(): readonly Item[] {
    return [...this.#items.values()].map(({ item }) => item);
  }

  get atEnd(): boolean {
    return this.#next === undefined;
  }

  /**
   * Loads the next page; whoever asks meanwhile gets the same.
   * After a failure the list is as before, and may ask again.
   *
   * @throws what `load` throws; an AbortError after `stop`
   */
  more(): Promise<void> {
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** @param left items below the screen, when to load more */
  async seen(index: number, left: number): Promise<void> {
    if (this.#items.size - 1 - index <= left) await this.more();
  }

  /** @param index of the first item on the screen */
  bookmark(index: number): Bookmark | undefined {
    const at = [...this.#items.entries()].at(index);
    return at && { id: at[0], url: at[1].url };
  }

  /** The view is gone: no answer changes the list any more. */
  stop(): void {
    this.#stop.abort();
  }

  async #fetch(): Promise<void> {
    const url = this.#next;
    const { signal } = this.#stop;
    if (url === undefined || signal.aborted) return;
    const { items, next } = await this.#load(url, signal);
    signal.throwIfAborted();
    this.#next = next;
    for (const item of items) {
      if (this.#items.has(item.id)) this.repeated += 1;
      else this.#items.set(item.id, { item, url });
    }
  }
}
