import type { Done, Fault, Limits, Run, Sinks } from '../../../engine/contract.ts';
import { EngineError } from '../../../engine/errors.ts';
import { RunOutlet } from '../../../engine/run-outlet.ts';
import type { Assets, FromWorker, Job, LostReason } from '../protocol.ts';
import type { Cage } from './cage.ts';
import { PageVisits } from './page-visits.ts';
import { readWorkerMessage } from './read-message.ts';
import { runMessage } from './run-message.ts';
import type { Report } from './report.ts';
import { syntaxReport } from './syntax.ts';

/** One run, from the moment it was asked for: what comes out of the cage is checked here. */
export class EmbeddedRun implements Run {
  readonly done: Promise<Done>;
  readonly #outlet: RunOutlet;
  readonly #visits = new PageVisits((visit) => this.#cage?.visit(visit));
  #cage: Cage | undefined;
  #files: Job['files'] = {};

  constructor(limits: Limits, sinks: Sinks) {
    this.#outlet = new RunOutlet(limits, sinks, () => this.#cleanUp());
    this.done = this.#outlet.done;
  }

  get over(): boolean {
    return this.#outlet.over;
  }

  /** @param cage ready, and from now on this run's own */
  begin(cage: Cage, job: Job, assets: Assets): void {
    this.#cage = cage;
    this.#files = job.files;
    this.#outlet.begin();
    cage.run(job, assets, {
      text: (text) => this.#receive(text),
      lost: (reason) => this.#lose(reason),
    });
  }

  /** Ends a program that cannot begin, as Node does. */
  fail({ report, fault }: Report): void {
    this.#outlet.print({ stream: 'stderr', text: report });
    this.#outlet.end({ reason: 'exit', code: 1, ...(fault && { fault }) });
  }

  stop(): void {
    this.#outlet.end({ reason: 'killed', code: undefined });
  }

  async request(port: number, request: Request): Promise<Response> {
    if (this.over) throw new EngineError('run-over');
    this.#outlet.touch();
    return this.#visits.ask(port, request);
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
      case 'ports':
        this.#visits.ports = message.ports;
        this.#outlet.listen(message.ports);
        break;
      case 'answer':
      case 'body':
      case 'answered':
      case 'unanswered':
        this.#visits.receive(message);
        break;
      case 'end':
        this.#outlet.countCut(message.traceCut ?? 0);
        if (message.reason === 'exit') this.#exit(message.code, message.fault);
        else this.#outlet.endAtOutputLimit();
    }
  }

  /** A place is one of the project's files, or none. */
  #exit(code: number, fault: Fault | undefined): void {
    const known = fault && Object.hasOwn(this.#files, fault.file) ? { fault } : {};
    this.#outlet.end({ reason: 'exit', code, ...known });
  }

  /** The program could not begin: nothing more comes from the worker. */
  async #explain(message: string): Promise<void> {
    this.fail(await syntaxReport(this.#files, message));
  }

  #cleanUp(): void {
    this.#cage?.remove();
    this.#visits.close();
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
