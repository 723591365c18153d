import { RefusedError } from './attempt.ts';

export interface Rules {
  /** Why it says no to this key, if it does. */
  readonly refuses?: (key: string) => string | undefined;
  /** Why it can take nothing back of this key. */
  readonly keeps?: (key: string) => string | undefined;
  /** Whether an undo of what never ran is remembered. */
  readonly tombstones: boolean;
  readonly onDone?: (key: string) => void;
  readonly onChange: () => void;
}

type State = 'done' | 'undone';

/**
 * One step's side of a service: an effect for each key, or none.
 * In SQL a row for each key, written in one transaction with the
 * effect; its primary key lets `act` and `undo` of one key wait
 * for each other. Here both are one turn of the event loop.
 */
export class Participant {
  readonly #rules: Rules;
  readonly #states = new Map<string, State>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  /** @throws RefusedError */
  act(key: string): void {
    const state = this.#states.get(key);
    if (state === 'done') return; // a repeat: the same answer
    if (state === 'undone')
      throw new RefusedError('undone before it came');
    const why = this.#rules.refuses?.(key);
    if (why !== undefined) throw new RefusedError(why);
    this.#set(key, 'done');
    this.#rules.onDone?.(key);
  }

  /**
   * Where nothing is done it leaves a tombstone, so that an
   * `act` still on its way finds it and does nothing.
   *
   * @throws RefusedError
   */
  undo(key: string): void {
    const { keeps, tombstones } = this.#rules;
    if (this.#states.get(key) === 'undone') return; // a repeat
    const done = this.holds(key);
    if (!done && !tombstones) return;
    const why = done ? keeps?.(key) : undefined;
    if (why !== undefined) throw new RefusedError(why);
    this.#set(key, 'undone');
  }

  /** Ends a hold that nobody came back for. */
  lapse(key: string): void {
    if (this.holds(key)) this.#set(key, 'undone');
  }

  /** Whether the effect is there now. */
  holds(key: string): boolean {
    return this.#states.get(key) === 'done';
  }

  /** How many effects there are: counted, never set back. */
  get held(): number {
    const states = [...this.#states.values()];
    return states.filter((state) => state === 'done').length;
  }

  #set(key: string, state: State): void {
    this.#states.set(key, state);
    this.#rules.onChange();
  }
}
