import type { Done, Limits, Run, Sinks } from '../../../engine/contract.ts';
import { EngineError } from '../../../engine/errors.ts';
import { RunOutlet } from '../../../engine/run-outlet.ts';
import type { FromWorker, Job, LostReason } from '../protocol.ts';
import type { Cage } from './cage.ts';
import { readWorkerMessage } from './read-message.ts';
import { runMessage } from './run-message.ts';
import { syntaxReport } from './syntax.ts';

/** One run, from the moment it was asked for: what comes out of the cage is checked here. */
export class EmbeddedRun implements Run {
  readonly done: Promise<Done>;
  readonly #outlet: RunOutlet;
  #cage: Cage | undefined;
  #files: Job['files'] = {};

  constructor(limits: Limits, sinks: Sinks) {
    this.#outlet = new RunOutlet(limits, sinks, () => this.#cage?.remove());
    this.done = this.#outlet.done;
  }

  get over(): boolean {
    return this.#outlet.over;
  }

  /** @param cage ready, and from now on this run's own */
  begin(cage: Cage, job: Job): void {
    this.#cage = cage;
    this.#files = job.files;
    this.#outlet.begin();
    cage.run(job, {
      text: (text) => this.#receive(text),
      lost: (reason) => this.#lose(reason),
    });
  }

  stop(): void {
    this.#outlet.end({ reason: 'killed', code: undefined });
  }

  request(): Promise<Response> {
    return Promise.reject(new EngineError(this.over ? 'run-over' : 'nothing-listens'));
  }

  #receive(text: string): void {
    if (this.over) return;
    const message = readWorkerMessage(text);
    if (message) this.#take(message);
    else this.#lose('bad-message');
  }

  #take(message: FromWorker): void {
    switch (message.type) {
      case 'said':
        message.items.forEach((chunk) => this.#outlet.print(chunk));
        break;
      case 'traced':
        this.#outlet.trace(message.events);
        break;
      case 'unparsed':
        void this.#explain(message.message);
        break;
      case 'end':
        this.#outlet.countCut(message.traceCut ?? 0);
        if (message.reason === 'exit') this.#outlet.end({ reason: 'exit', code: message.code });
        else this.#outlet.endAtOutputLimit();
    }
  }

  /** The program could not begin: nothing more comes from the worker. */
  async #explain(message: string): Promise<void> {
    const text = await syntaxReport(this.#files, message);
    this.#outlet.print({ stream: 'stderr', text });
    this.#outlet.end({ reason: 'exit', code: 1 });
  }

  #lose(lost: LostReason): void {
    this.#outlet.end({ reason: endReasons[lost], code: undefined, message: runMessage(lost) });
  }
}

const endReasons: Record<LostReason, Done['reason']> = {
  silent: 'timeout',
  flood: 'crashed',
  'bad-message': 'crashed',
  broken: 'crashed',
};
