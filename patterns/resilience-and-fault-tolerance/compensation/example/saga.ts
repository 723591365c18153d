import type { Clock } from '#lab';
import { Journal } from './saga-log.ts';
import type { Outcome, SagaLog } from './saga-log.ts';

type Work = (key: string, signal: AbortSignal) => Promise<void>;

export interface Step {
  readonly name: string;
  /** Safe to repeat with the same key. */
  readonly act: Work;
  /**
   * Takes it back. Safe to repeat, and for what never ran. A
   * step without it is a point of no return.
   */
  readonly undo?: Work;
}

/** A service says no, and would say so again. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

export interface Patience {
  readonly tries: number;
  /** The first wait; each is twice as long as the last. */
  readonly baseMs: number;
  readonly maxMs: number;
}

export interface SagaOptions {
  readonly clock: Pick<Clock, 'sleep'>;
  /** From 0 up to 1: waits are longer by up to a fifth. */
  readonly random: () => number;
  readonly log: SagaLog;
  readonly steps: readonly Step[];
  /** Before it turns back. */
  readonly ahead: Patience;
  /** Backward, and beyond the point of no return. */
  readonly onlyWay: Patience;
}

/** Does all steps, or undoes those that may have happened. */
export class Saga {
  readonly #options: SagaOptions;

  constructor(options: SagaOptions) {
    this.#options = options;
  }

  /**
   * Begins, or goes on where the log ends; what was parked is
   * tried again. Work under way at a crash is done once more.
   *
   * @throws ConflictError where another process runs it, the
   *   signal's reason, or RangeError for a step of older code;
   *   all leave the rest to who comes next
   */
  async run(id: string, signal: AbortSignal): Promise<Outcome> {
    const journal = await Journal.open(this.#options.log, id);
    this.#knows(journal);
    if (journal.has('done')) return 'done';
    if (journal.has('undone')) return 'undone';
    const outcome =
      (await this.#ahead(journal, signal)) ??
      (await this.#back(journal, signal));
    await journal.add({ what: outcome });
    return outcome;
  }

  /** A step without its code could not be undone. */
  #knows({ id, steps }: Journal): void {
    const names = this.#options.steps.map(({ name }) => name);
    const unknown = steps.find((step) => !names.includes(step));
    if (unknown === undefined) return;
    throw new RangeError(`${id} has the unknown step ${unknown}`);
  }

  /** @returns nothing where the way is back */
  async #ahead(
    journal: Journal,
    signal: AbortSignal,
  ): Promise<Outcome | undefined> {
    if (journal.has('back')) return undefined;
    const { steps, ahead, onlyWay } = this.#options;
    let noReturn = false;
    for (const { name: step, act, undo } of steps) {
      noReturn ||= !undo;
      if (journal.has('did', step)) continue;
      if (!journal.has('will', step))
        await journal.add({ what: 'will', step });
      const patience = noReturn ? onlyWay : ahead;
      const why = await this.#try(act, journal, patience, signal);
      if (why === undefined) {
        await journal.add({ what: 'did', step });
        continue;
      }
      const what = noReturn ? 'stuck' : 'back';
      await journal.add({ what, ...(noReturn && { step }), why });
      return noReturn ? 'parked' : undefined;
    }
    return 'done';
  }

  /** All that may have happened; one failure stops no other. */
  async #back(
    journal: Journal,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { steps, onlyWay } = this.#options;
    let outcome: Outcome = 'undone';
    for (const { name: step, undo } of steps.toReversed()) {
      if (!undo || !journal.has('will', step)) continue;
      if (journal.has('undid', step)) continue;
      const why = await this.#try(undo, journal, onlyWay, signal);
      if (why === undefined) {
        await journal.add({ what: 'undid', step });
        continue;
      }
      await journal.add({ what: 'stuck', step, why });
      outcome = 'parked';
    }
    return outcome;
  }

  /** @returns why it did not work, nothing where it did */
  async #try(
    work: Work,
    { id }: Journal,
    { tries, baseMs, maxMs }: Patience,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { clock, random } = this.#options;
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      try {
        await work(id, signal);
        return undefined;
      } catch (error) {
        signal.throwIfAborted();
        const final = error instanceof RefusedError;
        if (final || attempt >= tries) return String(error);
      }
      const backOffMs = baseMs * 2 ** (attempt - 1);
      const waitMs = Math.min(backOffMs, maxMs);
      const jitter = 1 + 0.2 * random();
      await clock.sleep(waitMs * jitter, { signal });
    }
  }
}
