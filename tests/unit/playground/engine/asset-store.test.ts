import { afterEach, expect, test, vi } from 'vitest';
import type { Progress } from '../../../../playground/engine/contract.ts';
import { AssetStore } from '../../../../playground/engines/embedded/host/asset-store.ts';
import { describeStage } from '../../../../playground/session/outcome-text.ts';

const asset = (name: string, bytes: number) => ({
  name,
  title: 'PostgreSQL',
  bytes,
  address: async () => `/files/${name}`,
});

/** Serves a body in pieces. */
function serve(...pieces: readonly number[]): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      const parts = pieces.map((length) => new Uint8Array(length).fill(length));
      return new Response(new Blob(parts).stream());
    }),
  );
}

afterEach(() => vi.unstubAllGlobals());

function waiting() {
  const seen: Progress[] = [];
  const { signal } = new AbortController();
  return { seen, signal, onProgress: (progress: Progress) => void seen.push(progress) };
}

test('counts what comes, and keeps it for the next run', async () => {
  serve(3, 5);
  const store = new AssetStore();
  const first = waiting();
  const files = await store.fetch([asset('a', 8)], first);
  expect(files['a']?.length).toBe(8);
  expect(first.seen[0]).toEqual({ title: 'PostgreSQL', loadedBytes: 0, totalBytes: 8 });
  expect(first.seen.at(-1)?.loadedBytes).toBe(8);
  const second = waiting();
  const again = await store.fetch([asset('a', 8)], second);
  expect(again['a']).toEqual(files['a']);
  expect(again['a']).not.toBe(files['a']);
  expect(second.seen).toEqual([]);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('tells of progress ten times at most, and of the end', async () => {
  serve(...Array.from({ length: 40 }, () => 5));
  const wait = waiting();
  await new AssetStore().fetch([asset('a', 200)], wait);
  expect(wait.seen.map(({ loadedBytes }) => loadedBytes)).toEqual([
    0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200,
  ]);
});

test.each([7, 9])('refuses a file that is not as long as it was built: %i', async (bytes) => {
  serve(3, 5);
  const wait = waiting();
  await expect(new AssetStore().fetch([asset('a', bytes)], wait)).rejects.toMatchObject({
    code: 'did-not-load',
  });
});

test('ends with the reason of whoever stops it, and can be asked again', async () => {
  const stop = new AbortController();
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
    stop.abort(new Error('stopped'));
    signal?.throwIfAborted();
  });
  const store = new AssetStore();
  const wait = { signal: stop.signal, onProgress: () => undefined };
  await expect(store.fetch([asset('a', 8)], wait)).rejects.toThrow('stopped');
  serve(8);
  expect((await store.fetch([asset('a', 8)], waiting()))['a']?.length).toBe(8);
});

test('says how much has come', () => {
  const progress = { title: 'PostgreSQL', loadedBytes: 2_140_000, totalBytes: 5_556_788 };
  expect(describeStage('loading', progress)).toBe('Loading PostgreSQL: 2.1 of 5.6 MB');
  expect(describeStage('loading')).toBe('Loading the engine');
});
