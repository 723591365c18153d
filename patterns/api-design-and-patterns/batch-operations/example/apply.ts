import type { Item, Result } from './item.ts';
import { RowError } from './store.ts';
import type { Change, MakeChange, Store } from './store.ts';

type Chunk = readonly Item<Change>[];

/** Undoes a transaction, for the sake of one item. */
class UndoneError extends Error {
  override readonly name = 'UndoneError';
  readonly culprit: Result;

  constructor(culprit: Result) {
    super(culprit.problem);
    this.culprit = culprit;
  }
}

/**
 * One transaction. What fails leaves no trace: in a database,
 * each item has a savepoint.
 */
export function applyEach(
  store: Store,
  chunk: Chunk,
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  return store.run(async (change) => {
    const results: Result[] = [];
    for (const item of byRow(chunk))
      results.push(await doItem(item, change));
    return results;
  }, signal);
}

/** One transaction, all of it or none. */
export async function applyTogether(
  store: Store,
  chunk: Chunk,
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  try {
    return await store.run(async (change) => {
      const results: Result[] = [];
      for (const item of byRow(chunk)) {
        const result = await doItem(item, change);
        if (result.status >= 400) throw new UndoneError(result);
        results.push(result);
      }
      return results;
    }, signal);
  } catch (error) {
    if (!(error instanceof UndoneError)) throw error;
    const { culprit } = error;
    return chunk.map(({ id }) =>
      id === culprit.id ? culprit : rolledBack(id),
    );
  }
}

/** Locks in one order, or two chunks wait for each other. */
function byRow(chunk: Chunk): Chunk {
  return chunk.toSorted(
    (a, b) => a.body.product - b.body.product,
  );
}

async function doItem(
  { id, body }: Item<Change>,
  change: MakeChange,
): Promise<Result> {
  try {
    const isNew = await change({ ...body, receipt: id });
    return { id, status: isNew ? 201 : 200, again: false };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    const { status, message: problem } = error;
    return { id, status, problem, again: status === 503 };
  }
}

/** Nothing is wrong with it; without the culprit it may pass. */
function rolledBack(id: string): Result {
  return { id, status: 424, problem: 'rolled-back', again: true };
}
