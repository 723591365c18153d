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

export interface BatchLimits {
  readonly items: number;
  readonly bytes: number;
}

/** Nothing of the batch was tried. */
export class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError';
  readonly status: 413 | 422;
  /** The last part of the problem's type. */
  readonly problem: string;

  constructor(
    status: 413 | 422,
    problem: string,
    detail: string,
  ) {
    super(detail);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * What can be known before any work is done.
 *
 * @param bytes length of the request's content
 * @throws {BatchRefusedError} with the limit in its text
 */
export function checkBatch(
  items: readonly Item<unknown>[],
  bytes: number,
  limits: BatchLimits,
): void {
  if (bytes > limits.bytes)
    throw new BatchRefusedError(
      413,
      'too-large',
      `${bytes} bytes; at most ${limits.bytes}`,
    );
  if (items.length > limits.items) {
    const most = limits.items;
    refuse('too-many', `${items.length} items; at most ${most}`);
  }
  if (items.length === 0) refuse('empty', 'no items');
  const seen = new Set<string>();
  for (const { id, after } of items) {
    if (seen.has(id))
      refuse('repeated-id', `"${id}" is there twice`);
    // Only earlier ones, so there is no circle to wait in.
    if (after !== undefined && !seen.has(after))
      refuse('unknown-after', `no "${after}" before "${id}"`);
    seen.add(id);
  }
}

function refuse(problem: string, detail: string): never {
  throw new BatchRefusedError(422, problem, detail);
}
