import type { Item, Result } from './item.ts';
import { RowError } from './store.ts';
import type { Change, MakeChange, Store } from './store.ts';

type Chunk = readonly Item<Change>[];

/** Undoes a transaction, and tells who is to blame. */
class UndoneError extends Error {
  override readonly name = 'UndoneError';
  readonly culprits: ReadonlyMap<string, Result>;

  constructor(culprits: readonly Result[]) {
    super('undone');
    this.culprits = new Map(culprits.map((one) => [one.id, one]));
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
  return store.run((change) => doAll(chunk, change), signal);
}

/** One transaction, all of it or none; tries all even so. */
export async function applyTogether(
  store: Store,
  chunk: Chunk,
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  try {
    return await store.run(async (change) => {
      const results = await doAll(chunk, change);
      const bad = results.filter(({ status }) => status >= 400);
      if (bad.length > 0) throw new UndoneError(bad);
      return results;
    }, signal);
  } catch (error) {
    if (!(error instanceof UndoneError)) throw error;
    const { culprits } = error;
    return chunk.map(
      ({ id }) => culprits.get(id) ?? rolledBack(id),
    );
  }
}

async function doAll(
  chunk: Chunk,
  change: MakeChange,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of byRow(chunk))
    results.push(await doItem(item, change));
  return results;
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

/** Nothing is wrong with it; without the culprits it may pass. */
function rolledBack(id: string): Result {
  return { id, status: 424, problem: 'rolled-back', again: true };
}
