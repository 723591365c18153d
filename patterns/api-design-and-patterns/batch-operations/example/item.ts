/** One thing to do, as the caller names it. */
export interface Item<Body> {
  /** Unique in the batch, and the key that a repeat is known by. */
  readonly id: string;
  /** An earlier item without which this one makes no sense. */
  readonly after?: string;
  readonly body: Body;
}

/** What became of one item. */
export interface Result {
  readonly id: string;
  /** As if the item had been a request of its own. */
  readonly status: number;
  /** Why not: the last part of a problem's type. */
  readonly problem?: string;
  /** Whether the same item is worth sending again. */
  readonly again: boolean;
}

export interface BatchOptions<Body> {
  /** Items in one transaction. */
  readonly chunk: number;
  /** Transactions at once. */
  readonly workers: number;
  /**
   * Does a chunk in one transaction and tells of each item: one
   * that fails leaves no trace, the others stay. Where it
   * rejects, nobody knows whether the chunk was committed.
   */
  readonly apply: (
    chunk: readonly Item<Body>[],
    signal?: AbortSignal,
  ) => Promise<readonly Result[]>;
  /** Hears of each item; must not throw. */
  readonly onResult?: (result: Result) => void;
  /** Hears why a chunk is unknown; must not throw. */
  readonly onError?: (error: unknown) => void;
}
