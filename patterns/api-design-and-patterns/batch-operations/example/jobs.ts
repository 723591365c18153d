import { runBatch } from './batch.ts';
import type { BatchOptions, Item, Result } from './item.ts';

export type JobState = 'running' | 'done' | 'canceled';

/** What a caller sees of a job, at any time. */
export interface JobView {
  readonly id: string;
  readonly state: JobState;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

interface Job {
  readonly view: {
    -readonly [Name in keyof JobView]: JobView[Name];
  };
  readonly items: string;
  readonly stop: AbortController;
  results: readonly Result[];
  endedAtMs: number;
}

export interface JobsOptions<Body> {
  readonly clock: { now(): number };
  readonly batch: BatchOptions<Body>;
  /** For how long results are kept after the end. */
  readonly keepMs: number;
  /** Jobs that may run at once. */
  readonly most: number;
}

/** Batches that take longer than a request should. */
export class Jobs<Body> {
  readonly #jobs = new Map<string, Job>();
  readonly #options: JobsOptions<Body>;
  #running = 0;

  constructor(options: JobsOptions<Body>) {
    this.#options = options;
  }

  /**
   * Starts it, once: who asks again is shown the same job.
   *
   * @returns `differs` where other items go by this id, and
   * `full` where too many run; it may be asked for again
   */
  start(
    id: string,
    items: readonly Item<Body>[],
  ): JobView | 'differs' | 'full' {
    this.#forget();
    const text = JSON.stringify(items);
    const known = this.#jobs.get(id);
    if (known)
      return known.items === text ? { ...known.view } : 'differs';
    if (this.#running >= this.#options.most) return 'full';
    const counts = { total: items.length, done: 0, failed: 0 };
    const job: Job = {
      view: { id, state: 'running', ...counts },
      items: text,
      stop: new AbortController(),
      results: [],
      endedAtMs: Infinity,
    };
    this.#jobs.set(id, job);
    this.#running += 1;
    void this.#run(job, items); // no item makes it reject
    return { ...job.view };
  }

  view(id: string): JobView | undefined {
    const job = this.#jobs.get(id);
    return job && { ...job.view };
  }

  /** A page of results, once there are any. */
  results(
    id: string,
    from: number,
    count: number,
  ): readonly Result[] {
    const results = this.#jobs.get(id)?.results ?? [];
    return results.slice(from, from + count);
  }

  /** What is done stays done; what is left is not tried. */
  cancel(id: string): void {
    this.#jobs.get(id)?.stop.abort();
  }

  async #run(
    job: Job,
    items: readonly Item<Body>[],
  ): Promise<void> {
    const { batch, clock } = this.#options;
    const onResult = (result: Result): void => {
      job.view[result.status < 400 ? 'done' : 'failed'] += 1;
      batch.onResult?.(result);
    };
    const { signal } = job.stop;
    job.results = await runBatch(
      items,
      { ...batch, onResult },
      signal,
    );
    // A cancel that came too late has stopped nothing.
    const stopped = job.results.some(isCanceled);
    job.view.state = stopped ? 'canceled' : 'done';
    job.endedAtMs = clock.now();
    this.#running -= 1;
  }

  #forget(): void {
    const { clock, keepMs } = this.#options;
    for (const [id, { endedAtMs }] of this.#jobs)
      if (clock.now() - endedAtMs >= keepMs)
        this.#jobs.delete(id);
  }
}

function isCanceled({ problem }: Result): boolean {
  return problem === 'canceled';
}
