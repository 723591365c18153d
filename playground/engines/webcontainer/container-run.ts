import type { Unsubscribe, WebContainerProcess } from '@webcontainer/api';
import type { Done, Limits, Run, Sinks } from '../../engine/contract.ts';
import { EngineError } from '../../engine/errors.ts';
import { RunOutlet } from '../../engine/run-outlet.ts';
import { TRACE_MARK } from '../../lab/emit.ts';
import { bridge } from './bridge.ts';
import type { Container } from './container.ts';
import { MarkedLines } from './marked-lines.ts';

/** How long the last output may come after the exit code. */
const lastOutputMs = 500;

/** One run, from the moment it was asked for. */
export class ContainerRun implements Run {
  readonly done: Promise<Done>;
  readonly #outlet: RunOutlet;
  #container: Container | undefined;
  #process: WebContainerProcess | undefined;
  #watch: Unsubscribe | undefined;

  constructor(limits: Limits, sinks: Sinks) {
    this.#outlet = new RunOutlet(limits, sinks, () => this.#cleanUp());
    this.done = this.#outlet.done;
  }

  get over(): boolean {
    return this.#outlet.over;
  }

  /** @param process the program's own, which this run ends */
  begin(container: Container, process: WebContainerProcess): void {
    this.#container = container;
    this.#process = process;
    this.#outlet.begin();
    this.#watchPorts(container);
    void this.#follow(process);
  }

  stop(): void {
    this.#outlet.end({ reason: 'killed', code: undefined });
  }

  async request(port: number, request: Request): Promise<Response> {
    if (this.over) throw new EngineError('run-over');
    if (!this.#container) throw new EngineError('nothing-listens');
    this.#outlet.touch();
    return bridge(this.#container.web, port, request);
  }

  /** A port that a program of the terminal opens counts, too: the page can ask it as well. */
  #watchPorts({ web }: Container): void {
    const open = new Set<number>();
    this.#watch = web.on('port', (port, state) => {
      if (state === 'open') open.add(port);
      else open.delete(port);
      this.#outlet.listen([...open].sort((one, other) => one - other));
    });
  }

  #cleanUp(): void {
    this.#watch?.();
    this.#process?.kill();
  }

  async #follow(process: WebContainerProcess): Promise<void> {
    const lines = new MarkedLines(TRACE_MARK, {
      text: (text) => this.#outlet.print({ stream: 'stdout', text }),
      line: (line) => this.#trace(line),
    });
    const read = process.output
      .pipeTo(new WritableStream({ write: (text) => lines.push(text) }))
      .catch(() => undefined);
    const code = await process.exit.catch(() => undefined);
    // It has ended by itself: there is nothing to kill any more.
    this.#process = undefined;
    await Promise.race([read, new Promise((resolve) => setTimeout(resolve, lastOutputMs))]);
    lines.end();
    if (code === undefined) {
      const message = 'The container was closed while the program ran.';
      this.#outlet.end({ reason: 'crashed', code, message });
    } else this.#outlet.end({ reason: 'exit', code });
  }

  /** A line that is no event is dropped, as every engine does. */
  #trace(line: string): void {
    try {
      this.#outlet.trace([JSON.parse(line)]);
    } catch {
      // Not JSON: a program wrote the mark itself.
    }
  }
}
