import type { Done, Limits, OutputChunk, Run, Sinks } from '../../../engine/contract.ts';
import { EngineError } from '../../../engine/errors.ts';
import { OutputBudget } from '../output-budget.ts';
import type { FromWorker, Job, LostReason } from '../protocol.ts';
import type { Cage } from './cage.ts';
import { readWorkerMessage } from './read-message.ts';
import { readTraceEvent } from './read-trace.ts';
import { runMessage, type Ending } from './run-message.ts';
import { syntaxReport } from './syntax.ts';

/** One run, from the moment it was asked for: what comes out of the cage is checked here. */
export class EmbeddedRun implements Run {
  readonly done: Promise<Done>;
  readonly #settle: (done: Done) => void;
  readonly #limits: Limits;
  readonly #sinks: Sinks;
  readonly #budget: OutputBudget;
  #cage: Cage | undefined;
  #files: Job['files'] = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #events = 0;
  #cut = 0;
  #over = false;

  constructor(limits: Limits, sinks: Sinks) {
    const { promise, resolve } = Promise.withResolvers<Done>();
    this.done = promise;
    this.#settle = resolve;
    this.#limits = limits;
    this.#sinks = sinks;
    this.#budget = new OutputBudget(limits);
  }

  get over(): boolean {
    return this.#over;
  }

  /** @param cage ready, and from now on this run's own */
  begin(cage: Cage, job: Job): void {
    this.#cage = cage;
    this.#files = job.files;
    this.#timer = setTimeout(() => this.#endFrom('time', 'timeout'), this.#limits.timeMs);
    cage.run(job, {
      text: (text) => this.#receive(text),
      lost: (reason) => this.#endFrom(reason, endReasons[reason]),
    });
  }

  /** Ends a program that cannot begin, as Node does. @param report for stderr */
  fail(report: string): void {
    this.#print({ stream: 'stderr', text: report });
    this.#end({ reason: 'exit', code: 1 });
  }

  stop(): void {
    this.#end({ reason: 'killed', code: undefined });
  }

  request(): Promise<Response> {
    return Promise.reject(new EngineError(this.#over ? 'run-over' : 'nothing-listens'));
  }

  #receive(text: string): void {
    if (this.#over) return;
    const message = readWorkerMessage(text);
    if (message) this.#take(message);
    else this.#endFrom('bad-message', 'crashed');
  }

  #take(message: FromWorker): void {
    switch (message.type) {
      case 'said':
        message.items.forEach((chunk) => this.#print(chunk));
        break;
      case 'traced':
        this.#trace(message.events);
        break;
      case 'unparsed':
        void this.#explain(message.message);
        break;
      case 'end':
        this.#cut += message.traceCut ?? 0;
        if (message.reason === 'exit') this.#end({ reason: 'exit', code: message.code });
        else this.#endFrom('output', 'output-limit');
    }
  }

  #print({ stream, text }: OutputChunk): void {
    if (this.#over) return;
    const fits = this.#budget.spend(text);
    if (fits !== '') this.#sinks.output({ stream, text: fits });
    if (fits.length < text.length) this.#endFrom('output', 'output-limit');
  }

  #trace(events: readonly unknown[]): void {
    const room = this.#limits.traceEvents - this.#events;
    this.#cut += Math.max(0, events.length - room);
    const known = events.slice(0, room).flatMap((event) => readTraceEvent(event) ?? []);
    this.#events += known.length;
    if (known.length > 0) this.#sinks.trace(known);
  }

  /** The program could not begin: nothing more comes from the worker. */
  async #explain(message: string): Promise<void> {
    this.fail(await syntaxReport(this.#files, message));
  }

  #endFrom(ending: Ending, reason: Done['reason']): void {
    this.#end({ reason, code: undefined, message: runMessage(ending, this.#limits) });
  }

  #end(done: Done): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#cage?.remove();
    this.#settle(this.#cut > 0 ? { ...done, traceCut: this.#cut } : done);
  }
}

const endReasons: Record<LostReason, Done['reason']> = {
  silent: 'timeout',
  flood: 'crashed',
  'bad-message': 'crashed',
  broken: 'crashed',
};
