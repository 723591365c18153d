import { checkOptions } from './part-options.ts';
import type { PartOptions, Served } from './part-options.ts';
import { waitFor } from './patience.ts';

interface Entry<T> {
  stored?: { value: T; atMs: number };
  /** Under way, for all who ask; true if it brought one. */
  loading?: Promise<boolean> | undefined;
  retryAtMs: number;
}

/** A part that an answer can do without. */
export class OptionalPart<T> {
  readonly #options: PartOptions<T>;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: PartOptions<T>) {
    this.#options = checkOptions(options);
  }

  /** New, old or default. Throws only if the caller hangs up. */
  async get(
    key: string,
    signal?: AbortSignal,
  ): Promise<Served<T>> {
    signal?.throwIfAborted();
    const { mode, freshMs, behindMs } = this.#options;
    const switched = mode();
    const entry = this.#entry(key);
    const ageMs = this.#age(entry);
    if (switched !== 'on' || ageMs < freshMs)
      return this.#best(entry);
    const loading = this.#refresh(key, entry);
    if (ageMs < behindMs || !loading) return this.#best(entry);
    return this.#best(entry, await this.#wait(loading, signal));
  }

  /** Nobody waits longer than a page is worth. */
  async #wait(loading: Promise<boolean>, signal?: AbortSignal) {
    const { clock, waitMs: ms } = this.#options;
    try {
      return await waitFor(loading, { clock, ms, signal });
    } catch {
      signal?.throwIfAborted();
      return false;
    }
  }

  #best({ stored }: Entry<T>, isNew = false): Served<T> {
    const { clock, mode, freshMs, staleMs } = this.#options;
    // Asked again: it may have been turned off meanwhile.
    if (stored && mode() !== 'off') {
      const ageMs = clock.now() - stored.atMs;
      const { value } = stored;
      if (isNew || ageMs < freshMs)
        return { value, quality: 'full', ageMs };
      if (ageMs < staleMs)
        return { value, quality: 'stale', ageMs };
    }
    return { value: this.#options.fallback, quality: 'default' };
  }

  /** One load a key at a time, and none just after a failure. */
  #refresh(key: string, entry: Entry<T>) {
    const resting = this.#options.clock.now() < entry.retryAtMs;
    if (entry.loading || resting) return entry.loading;
    entry.loading = this.#load(key, entry).finally(() => {
      entry.loading = undefined;
    });
    return entry.loading;
  }

  async #load(key: string, entry: Entry<T>): Promise<boolean> {
    const { clock, load, loadMs: ms, holdOffMs } = this.#options;
    const late = new AbortController();
    const atMs = clock.now(); // it is at least as old as this
    try {
      const work = load(key, late.signal);
      const value = await waitFor(work, { clock, ms });
      entry.stored = { value, atMs };
      return true;
    } catch (error) {
      late.abort(error);
      const rest = holdOffMs * (1 + this.#options.random() / 5);
      entry.retryAtMs = clock.now() + rest;
      this.#tell(key, error);
      return false;
    }
  }

  #tell(key: string, error: unknown): void {
    try {
      this.#options.onFailure?.(key, error);
    } catch {
      // Nobody waits behind a page: it would end the process.
    }
  }

  #age({ stored }: Entry<T>): number {
    if (!stored) return Infinity;
    return this.#options.clock.now() - stored.atMs;
  }

  /** The entry, now the youngest; the oldest at rest goes. */
  #entry(key: string): Entry<T> {
    const entry = this.#entries.get(key) ?? { retryAtMs: 0 };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    for (const [oldest, { loading }] of this.#entries) {
      if (this.#entries.size <= this.#options.maxKeys) break;
      // With its load it would be asked for a second time.
      if (!loading && oldest !== key)
        this.#entries.delete(oldest);
    }
    return entry;
  }
}
