import type { Done, Limits, OutputChunk, Sinks } from './contract.ts';
import { limitMessage } from './limit-message.ts';
import { OutputBudget } from './output-budget.ts';
import { readTraceEvent } from './read-trace.ts';
import { RunClock } from './run-clock.ts';

/** Where a run's results leave an engine: checked, within the limits, and nothing after its end. */
export class RunOutlet {
  readonly done: Promise<Done>;
  readonly #settle: (done: Done) => void;
  readonly #limits: Limits;
  readonly #sinks: Sinks;
  readonly #budget: OutputBudget;
  readonly #cleanUp: () => void;
  readonly #clock: RunClock;
  #events = 0;
  #cut = 0;
  #over = false;

  /** @param cleanUp called once, at the end and before `done` settles */
  constructor(limits: Limits, sinks: Sinks, cleanUp: () => void) {
    const { promise, resolve } = Promise.withResolvers<Done>();
    this.done = promise;
    this.#settle = resolve;
    this.#limits = limits;
    this.#sinks = sinks;
    this.#cleanUp = cleanUp;
    this.#budget = new OutputBudget(limits);
    this.#clock = new RunClock(limits, (limit) => {
      this.end({ reason: 'timeout', code: undefined, message: limitMessage(limit, limits) });
    });
  }

  get over(): boolean {
    return this.#over;
  }

  /** The program begins: from now on its time counts. */
  begin(): void {
    this.#clock.start();
  }

  /** The program listens at these ports, and at no other. */
  listen(ports: readonly number[]): void {
    if (this.#over) return;
    this.#clock.listening(ports.length > 0);
    this.#sinks.ports?.(ports);
  }

  /** The reader uses the program. */
  touch(): void {
    this.#clock.touch();
  }

  /** Passes on what fits; ends the run at the limit. */
  print({ stream, text }: OutputChunk): void {
    if (this.#over) return;
    const fits = this.#budget.spend(text);
    if (fits !== '') this.#sinks.output({ stream, text: fits });
    if (fits.length < text.length) this.endAtOutputLimit();
  }

  /** Passes on those that are trace events, as many as fit. */
  trace(events: readonly unknown[]): void {
    if (this.#over) return;
    const room = this.#limits.traceEvents - this.#events;
    this.#cut += Math.max(0, events.length - room);
    const known = events.slice(0, room).flatMap((event) => readTraceEvent(event) ?? []);
    this.#events += known.length;
    if (known.length > 0) this.#sinks.trace(known);
  }

  /** Counts events that the program's side dropped. */
  countCut(events: number): void {
    this.#cut += events;
  }

  endAtOutputLimit(): void {
    const message = limitMessage('output', this.#limits);
    this.end({ reason: 'output-limit', code: undefined, message });
  }

  end(done: Done): void {
    if (this.#over) return;
    this.#over = true;
    this.#clock.stop();
    this.#cleanUp();
    this.#settle(this.#cut > 0 ? { ...done, traceCut: this.#cut } : done);
  }
}
