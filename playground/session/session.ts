import type { Engine, OutputChunk, Project, Run } from '../engine/contract.ts';
import { EngineError } from '../engine/errors.ts';
import type { TraceEvent } from '../lab/trace.ts';
import type { ExampleFile } from './example-file.ts';
import {
  describeDone,
  describeStage,
  describeTests,
  problemOf,
  problemOfError,
  type Problem,
} from './outcome-text.ts';

/** What a session shows; the element implements it with the nodes of a run block. */
export interface Display {
  /** A run begins. */
  begin(command: string): void;
  /** Words for what goes on, shown where it takes longer than a moment. */
  stage(text: string): void;
  print(chunk: OutputChunk): void;
  /** Where the program listens, whenever that changes; nowhere once it is over. */
  listening(ports: readonly number[]): void;
  /**
   * The run is over, well or not.
   * @param cut that a limit ended the output, as a sentence
   */
  end(status: string, cut?: string): void;
  /** Tests ran: what they printed, and the files that they are about. */
  tested(stdout: string, files: readonly string[]): void;
  draw(events: readonly TraceEvent[]): Promise<void>;
  /** The drawing is not of the last run. */
  keepOldDrawing(): void;
  showProblem(problem: Problem): void;
}

/** The environment variables of a run, and the same as a reader would type them before the command. */
export interface Settings {
  readonly env: Project['env'];
  readonly typed: string;
}

/** What is run: the story, its tests, or the server that the program is with `SERVE` set. */
export type Mode = Project['mode'] | 'serve';

/** The life of one open example: what is fetched when, and one run from its start to its drawing. */
export class Session {
  readonly #display: Display;
  readonly #example: () => Promise<ExampleFile>;
  readonly #loadEngine: () => Promise<Engine>;
  #engine: Promise<Engine> | undefined;
  #running: Run | undefined;
  #ports: readonly number[] = [];

  constructor(
    display: Display,
    example: () => Promise<ExampleFile>,
    loadEngine: () => Promise<Engine>,
  ) {
    this.#display = display;
    this.#example = example;
    this.#loadEngine = loadEngine;
  }

  /** Fetches all that a run needs, so that it starts without a network. A failure shows at a run. */
  async preload(): Promise<void> {
    const [example, engine] = await Promise.allSettled([this.#example(), this.#getEngine()]);
    if (engine.status === 'rejected') return;
    const project = example.status === 'fulfilled' ? example.value : undefined;
    await engine.value.load(project).catch(() => undefined);
  }

  /** Fetches what a run needs and has the engine ready. */
  async warm(): Promise<void> {
    await this.preload();
    const ready = this.#getEngine().then((engine) => engine.prepare());
    await ready.catch(() => undefined);
  }

  /** Where the running program listens. */
  get ports(): readonly number[] {
    return this.#ports;
  }

  /**
   * Sends a request to the running program, in whatever engine.
   * @throws {EngineError} see `Run.request`; `nothing-listens` where nothing runs
   */
  async request(port: number, request: Request): Promise<Response> {
    if (!this.#running) throw new EngineError('nothing-listens', `Port ${port}.`);
    return this.#running.request(port, request);
  }

  /** Runs the program or its tests; settles when the run is over and shown, and never rejects. */
  async play(mode: Mode, settings: Settings, signal: AbortSignal): Promise<void> {
    try {
      await this.#run(projectOf(await this.#example(), mode, settings.env), mode, settings, signal);
    } catch (error) {
      if (signal.reason === 'replaced') return;
      this.#display.end('The run did not start.');
      if (signal.aborted) return;
      this.#display.showProblem(problemOfError(error));
      if (mode === 'script') this.#display.keepOldDrawing();
    } finally {
      this.#running = undefined;
      this.#listen([]);
    }
  }

  /** Takes the engine's frame away; the next run makes another. */
  async dispose(): Promise<void> {
    const engine = await this.#engine?.catch(() => undefined);
    this.#engine = undefined;
    engine?.dispose();
  }

  async #run(project: Project, mode: Mode, settings: Settings, signal: AbortSignal): Promise<void> {
    const display = this.#display;
    display.begin(
      commandOf(project, mode === 'serve' ? `SERVE=1 ${settings.typed}` : settings.typed),
    );
    const events: TraceEvent[] = [];
    const printed = { stdout: '', stderr: '' };
    const engine = await this.#getEngine();
    const run = await engine.run(
      project,
      {
        output: (chunk) => {
          printed[chunk.stream] += chunk.text;
          display.print(chunk);
        },
        trace: (some) => {
          for (const event of some) events.push(event);
        },
        ports: (ports) => this.#listen(ports),
      },
      { signal, onStage: (stage, progress) => display.stage(describeStage(stage, progress)) },
    );
    this.#running = run;
    const startedAt = performance.now();
    signal.addEventListener('abort', () => run.stop(), { once: true });
    if (signal.aborted) run.stop();
    const done = await run.done;
    if (signal.reason === 'replaced') return;

    const tested = project.mode === 'tests' ? describeTests(printed.stdout) : undefined;
    const result = tested ?? describeDone(done, performance.now() - startedAt);
    const cut = done.traceCut ? ` ${done.traceCut} trace events more than fit were left out.` : '';
    const stopped = done.reason === 'output-limit' ? done.message : undefined;
    display.end(`${result} Ran in this page: ${engine.label}.${cut}`, stopped);
    const problem = problemOf(done, printed.stderr);
    if (problem) display.showProblem(problem);
    if (mode === 'tests') display.tested(printed.stdout, Object.keys(project.files));
    if (mode !== 'script') return;
    // A program that traced nothing leaves nothing to draw.
    if (problem || done.reason === 'killed' || events.length === 0) display.keepOldDrawing();
    else await display.draw(events);
  }

  #listen(ports: readonly number[]): void {
    if (ports.length === 0 && this.#ports.length === 0) return;
    this.#ports = ports;
    this.#display.listening(ports);
  }

  #getEngine(): Promise<Engine> {
    this.#engine ??= this.#loadEngine().catch((cause: unknown) => {
      this.#engine = undefined;
      throw cause;
    });
    return this.#engine;
  }
}

/** The tests are of the pattern as it stands: they get no knobs. */
function projectOf(example: ExampleFile, mode: Mode, env: Project['env']): Project {
  const { name, files, prepared, entry, tests = entry } = example;
  return mode === 'tests'
    ? { name, files, prepared, entry: tests, mode, env: {} }
    : {
        name,
        files,
        prepared,
        entry,
        mode: 'script',
        env: mode === 'serve' ? { ...env, SERVE: '1' } : env,
      };
}

/** What a reader types to get the same on a laptop. */
function commandOf({ mode, entry }: Project, variables: string): string {
  return mode === 'tests' ? `node --test ${entry}` : `${variables}node ${entry}`;
}
