import { attempt } from './attempt.ts';
import type { Failure, Patience, Waits } from './attempt.ts';
import { Journal } from './saga-log.ts';
import type { Outcome, SagaLog } from './saga-log.ts';

type Work = (key: string, signal: AbortSignal) => Promise<void>;

export interface Step {
  readonly name: string;
  /** Safe to repeat with the same key. */
  readonly act: Work;
  /**
   * Takes it back. Safe to repeat, and for what never ran.
   * Without it the step is the point of no return.
   */
  readonly undo?: Work;
}

export interface SagaOptions extends Waits {
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
    // Whoever ran it before can write no more, so turn no more.
    if (journal.begun) await journal.add({ what: 'taken' });
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
    if (journal.turnedBack) return undefined;
    const { steps, ahead, onlyWay } = this.#options;
    let beyond = false;
    for (const { name: step, act, undo } of steps) {
      if (!journal.has('did', step)) {
        const fresh = !journal.has('will', step);
        if (fresh) await journal.add({ what: 'will', step });
        const patience = beyond || !undo ? onlyWay : ahead;
        const go = { step, work: act, patience };
        const no = await this.#attempt(journal, go, signal);
        if (no) {
          // Where its only answer is a no, it never happened.
          const never = fresh && no.atOnce;
          const turns = !beyond && (undo !== undefined || never);
          const what = turns ? 'back' : 'stuck';
          await journal.add({ what, step, why: no.why });
          return turns ? undefined : 'parked';
        }
        await journal.add({ what: 'did', step });
      }
      beyond ||= !undo;
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
      const go = { step, work: undo, patience: onlyWay };
      const no = await this.#attempt(journal, go, signal);
      if (no) outcome = 'parked';
      await journal.add(
        no
          ? { what: 'stuck', step, why: no.why }
          : { what: 'undid', step },
      );
    }
    return outcome;
  }

  /** Each further try is an entry too: it shows who lives. */
  #attempt(
    journal: Journal,
    go: { step: string; work: Work; patience: Patience },
    signal: AbortSignal,
  ): Promise<Failure | undefined> {
    const { step, work, patience } = go;
    const once = (): Promise<void> => work(journal.id, signal);
    const again = (why: string): Promise<void> =>
      journal.add({ what: 'again', step, why });
    const tries = { once, again };
    return attempt(tries, patience, this.#options, signal);
  }
}
