import type { BatchOptions, Item, Result } from './item.ts';

/**
 * Does all that can be done, in bounded pieces.
 *
 * @param signal stops it between two chunks, and within one
 * where `apply` listens; what was not tried may be sent again
 * @returns a result for each item, in the order of the items
 * @throws {RangeError} where nothing could ever be done
 */
export async function runBatch<Body>(
  items: readonly Item<Body>[],
  options: BatchOptions<Body>,
  signal?: AbortSignal,
): Promise<Result[]> {
  const { chunk: size, workers } = options;
  if (!(size >= 1 && workers >= 1))
    throw new RangeError('chunk and workers: at least 1');
  const results = new Map<string, Result>();
  const tell = (result: Result): void => {
    results.set(result.id, result);
    options.onResult?.(result);
  };
  for (const wave of wavesOf(items)) {
    const ready = wave.filter((item) => {
      const skipped = skippedAfter(item, results);
      if (skipped) tell(skipped);
      return !skipped;
    });
    const chunks = chunksOf(ready, size).values();
    // The workers share the list: each takes the next chunk.
    const work = async (): Promise<void> => {
      for (const chunk of chunks) {
        const told = await attempt(chunk, options, signal);
        for (const result of told) tell(result);
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
  }
  return items.map(({ id }) => results.get(id) ?? unknown(id));
}

async function attempt<Body>(
  chunk: readonly Item<Body>[],
  { apply, onError }: BatchOptions<Body>,
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  if (signal?.aborted) return chunk.map(({ id }) => canceled(id));
  try {
    const told = await apply(chunk, signal);
    const byId = new Map(told.map((one) => [one.id, one]));
    return chunk.map(({ id }) => byId.get(id) ?? unknown(id));
  } catch (error) {
    onError?.(error);
    return chunk.map(({ id }) => unknown(id));
  }
}

/** Worth sending again if what it waits for is. */
function skippedAfter(
  { id, after }: Item<unknown>,
  results: ReadonlyMap<string, Result>,
): Result | undefined {
  const before = found(results, after);
  if (!before || before.status < 400) return undefined;
  const { again } = before;
  return { id, status: 424, problem: 'failed-dependency', again };
}

/** Done or not? Its key makes it safe to find out. */
function unknown(id: string): Result {
  return { id, status: 503, problem: 'unknown', again: true };
}

function canceled(id: string): Result {
  return { id, status: 503, problem: 'canceled', again: true };
}

/** Each wave needs nothing but earlier waves. */
function wavesOf<Body>(
  items: readonly Item<Body>[],
): Item<Body>[][] {
  const waveOf = new Map<string, number>();
  const waves: Item<Body>[][] = [];
  for (const item of items) {
    const at = (found(waveOf, item.after) ?? -1) + 1;
    waveOf.set(item.id, at);
    (waves[at] ??= []).push(item);
  }
  return waves;
}

function found<T>(
  map: ReadonlyMap<string, T>,
  id: string | undefined,
): T | undefined {
  return id === undefined ? undefined : map.get(id);
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
