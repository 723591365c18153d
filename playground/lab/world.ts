import type { Clock } from './clock.ts';
import { TimeoutError } from './deadline.ts';
import { trace } from './emit.ts';
import type { Random } from './random.ts';
import { reasonOf } from './reason.ts';
import type { CallOutcome, StateTone, ValueEvent } from './trace.ts';

/** Who calls whom. */
export interface Route {
  readonly from: string;
  readonly to: string;
  /** Which call it is, such as "order 7". */
  readonly label: string;
}

/** Where one scenario plays: its time, its chance, and a voice. */
export class World {
  readonly clock: Clock;
  readonly random: Random;
  readonly #run: string;
  readonly #noted = new Set<string>();

  /** @param run id that every event of this scenario carries */
  constructor(run: string, clock: Clock, random: Random) {
    this.#run = run;
    this.clock = clock;
    this.random = random;
  }

  /** Tells a moment of the story: a line of output, and a remark in the drawing. */
  note(text: string): void {
    const atMs = this.clock.now();
    console.log(`${(atMs / 1000).toFixed(2).padStart(6)}  ${text}`);
    trace({ kind: 'note', run: this.#run, text, atMs });
  }

  /** As `note`, for the first moment of each kind and not the rest. @param kind the text itself */
  noteOnce(text: string, kind = text): void {
    if (this.#noted.has(kind)) return;
    this.#noted.add(kind);
    this.note(text);
  }

  /** Something is in this state from now on. */
  state(of: string, state: string, tone: StateTone): void {
    trace({ kind: 'state', run: this.#run, of, state, tone, atMs: this.clock.now() });
  }

  /** A number has this value from now on. */
  value(series: string, value: number, more: Pick<ValueEvent, 'unit' | 'limit'> = {}): void {
    trace({ kind: 'value', run: this.#run, series, value, atMs: this.clock.now(), ...more });
  }

  /** A stretch of time with a cause, known beforehand. */
  span(label: string, startMs: number, endMs: number): void {
    trace({ kind: 'span', run: this.#run, label, startMs, endMs });
  }

  /**
   * Does a piece of work as a call that traces itself when it ends, however it ends.
   *
   * @param outcomeOf tells a real answer from a substitute; without it every answer is real
   */
  async call<T>(
    route: Route,
    work: () => Promise<T>,
    outcomeOf: (answer: T) => 'answered' | 'fallback' = () => 'answered',
  ): Promise<T> {
    const startMs = this.clock.now();
    const end = (outcome: CallOutcome, note?: string): void => {
      const call = { kind: 'call', run: this.#run, ...route, startMs } as const;
      const endMs = this.clock.now();
      trace({ ...call, endMs, outcome, ...(note === undefined ? {} : { note }) });
    };
    try {
      const answer = await work();
      end(outcomeOf(answer));
      return answer;
    } catch (error) {
      end(error instanceof TimeoutError ? 'timed-out' : 'failed', reasonOf(error));
      throw error;
    }
  }
}
