import { searchIndexPath } from './entry.ts';
import type { SearchEntry } from './entry.ts';
import { searchableOf } from './searchable.ts';
import type { Searchable } from './searchable.ts';

let loading: Promise<Searchable> | undefined;

async function fetchIndex(): Promise<Searchable> {
  const response = await fetch(searchIndexPath);
  if (!response.ok) throw new Error(`${searchIndexPath} answered ${response.status}`);
  return searchableOf((await response.json()) as SearchEntry[]);
}

/**
 * The catalogue's index, fetched once a page; a failed fetch is tried again at the next call.
 *
 * @throws Error where it cannot be fetched
 */
export function loadIndex(): Promise<Searchable> {
  loading ??= fetchIndex().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
