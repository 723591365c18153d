import type { Machine } from '../../machine.ts';
import { copyError } from './copy-error.ts';
import type { ReportEvent } from './report-event.ts';
import { SpecReport } from './spec-report.ts';

/** Writes the report of a file to the program's stdout. */
export class ReportWriter {
  readonly #machine: Machine;
  /** Whether the file runs as under `node --test`. */
  readonly isTestMode: boolean;
  #spec = new SpecReport();
  #pending = '';
  #failedAtTop = false;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.isTestMode = machine.process.execArgv.includes('--test');
  }

  /** Whether a test of the file's own failed, so that it is known why the file does. */
  get failedAtTop(): boolean {
    return this.#failedAtTop;
  }

  /** Takes an event in. Reports come behind what tests print: Node's cross between processes. */
  write(event: ReportEvent): void {
    const text = this.#spec.text(this.#crossing(event));
    if (this.#pending === '' && text !== '') this.#machine.loop.immediate(() => this.#flush());
    this.#pending += text;
  }

  note(message: string): void {
    this.write({ type: 'diagnostic', nesting: 0, message });
  }

  /** Writes what is left, with the failures in full. */
  end(): void {
    this.#pending += this.#spec.failures();
    this.#flush();
  }

  /** Forgets what was not written yet. */
  abandon(): void {
    this.#spec = new SpecReport();
    this.#pending = '';
    this.#failedAtTop = false;
  }

  /** A result as it arrives from the process of its file. */
  #crossing(event: ReportEvent): ReportEvent {
    if (event.type !== 'result' || event.result.error === undefined) return event;
    if (event.result.nesting === 0) this.#failedAtTop = true;
    if (!this.isTestMode) return event;
    const { structuredClone } = this.#machine.native;
    const error = copyError(event.result.error, (value) => structuredClone(value));
    return { type: 'result', result: { ...event.result, error } };
  }

  #flush(): void {
    if (this.#pending !== '') this.#machine.write('stdout', this.#pending);
    this.#pending = '';
  }
}
