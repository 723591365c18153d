import type { Engine, OutputChunk, Project } from '../engine/contract.ts';
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
  /** The run is over, well or not. */
  end(status: string): void;
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

type Mode = Project['mode'];

/** The life of one open example: what is fetched when, and one run from its start to its drawing. */
export class Session {
  readonly #display: Display;
  readonly #example: () => Promise<ExampleFile>;
  readonly #loadEngine: () => Promise<Engine>;
  #engine: Promise<Engine> | undefined;

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

  /** Runs the program or its tests; settles when the run is over and shown, and never rejects. */
  async play(mode: Mode, settings: Settings, signal: AbortSignal): Promise<void> {
    try {
      await this.#run(projectOf(await this.#example(), mode, settings.env), settings, signal);
    } catch (error) {
      if (signal.reason === 'replaced') return;
      this.#display.end('The run did not start.');
      if (signal.aborted) return;
      this.#display.showProblem(problemOfError(error));
      if (mode === 'script') this.#display.keepOldDrawing();
    }
  }

  /** Takes the engine's frame away; the next run makes another. */
  async dispose(): Promise<void> {
    const engine = await this.#engine?.catch(() => undefined);
    this.#engine = undefined;
    engine?.dispose();
  }

  async #run(project: Project, settings: Settings, signal: AbortSignal): Promise<void> {
    const display = this.#display;
    display.begin(commandOf(project, settings.typed));
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
      },
      { signal, onStage: (stage, progress) => display.stage(describeStage(stage, progress)) },
    );
    const startedAt = performance.now();
    signal.addEventListener('abort', () => run.stop(), { once: true });
    if (signal.aborted) run.stop();
    const done = await run.done;
    if (signal.reason === 'replaced') return;

    const tested = project.mode === 'tests' ? describeTests(printed.stdout) : undefined;
    const result = tested ?? describeDone(done, performance.now() - startedAt);
    const cut = done.traceCut ? ` ${done.traceCut} trace events more than fit were left out.` : '';
    display.end(`${result} Ran in this page: ${engine.label}.${cut}`);
    const problem = problemOf(done, printed.stderr);
    if (problem) display.showProblem(problem);
    if (project.mode === 'tests') return;
    // A program that traced nothing leaves nothing to draw.
    if (problem || done.reason === 'killed' || events.length === 0) display.keepOldDrawing();
    else await display.draw(events);
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
    : { name, files, prepared, entry, mode, env };
}

/** What a reader types to get the same on a laptop. */
function commandOf({ mode, entry }: Project, variables: string): string {
  return mode === 'tests' ? `node --test ${entry}` : `${variables}node ${entry}`;
}
