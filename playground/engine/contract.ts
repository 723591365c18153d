import type { TraceEvent } from '../lab/trace.ts';

/** Every engine there is; `load-engine.ts` knows where each one lives. */
export type EngineId = 'embedded' | 'webcontainer';

/** What an example may need of an engine. Panels ask for these, never for an engine's name. */
export const capabilityNames = [
  /** `AsyncLocalStorage` keeps its value across `await` */
  'async-context',
  /** a program may answer an upgrade of HTTP */
  'websocket',
  /** any package of npm's registry */
  'npm-install',
  /** a terminal with a command line */
  'shell',
  /** a page that the program serves can be shown */
  'preview',
  /** stdout and stderr come apart; elsewhere all output is stdout */
  'separate-stderr',
] as const;
export type Capability = (typeof capabilityNames)[number];

/** Whether an engine can start in this browser, on this page. */
export type Support = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** A program and all it is made of. Nothing outside it is read, but the engine's packages. */
export interface Project {
  readonly name: string;
  /** Text by path; the paths are relative and use `/`: `main.ts`, `lib/double.ts`. */
  readonly files: Readonly<Record<string, string>>;
  /** What runs in place of a file's text: its types are stripped, its lines and columns kept. */
  readonly prepared?: Readonly<Record<string, string>>;
  /** Path of the module that runs first. */
  readonly entry: string;
  /** `tests` is what `node --test` does. */
  readonly mode: 'script' | 'tests';
  /** Environment variables. */
  readonly env: Readonly<Record<string, string>>;
}

/** How much of everything one run may take. */
export interface Limits {
  /** From the program's first line to its end. It does not count while a server listens. */
  readonly timeMs: number;
  /** While a server listens: without a request, a key or a click on the page. */
  readonly idleMs: number;
  /** While a server listens: with the page hidden. */
  readonly hiddenMs: number;
  /** stdout and stderr together, as UTF-8. */
  readonly outputBytes: number;
  /** stdout and stderr together. */
  readonly outputLines: number;
  /** The rest is dropped, and `Done.traceCut` counts it. */
  readonly traceEvents: number;
}

/**
 * What a run may take unless its caller says otherwise. An example with a database takes seven to
 * nine seconds on two quiet cores, and there are slower machines; a server is for as long as
 * somebody may use it; a reader scrolls no further than some thousand lines, and a browser lays out
 * 1 MiB of text without a pause; a drawing of more than 50,000 events shows nothing but ink.
 */
export const defaultLimits: Limits = {
  timeMs: 60_000,
  idleMs: 600_000,
  hiddenMs: 60_000,
  outputBytes: 1 << 20,
  outputLines: 20_000,
  traceEvents: 50_000,
};

/** A piece of output, in the order in which the program wrote it. */
export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** Where a run's results go while it runs. Both are checked; text is text, never markup. */
export interface Sinks {
  output(chunk: OutputChunk): void;
  trace(events: readonly TraceEvent[]): void;
  /** Which ports the program listens at, whenever that changes. */
  ports?(ports: readonly number[]): void;
}

/** What an engine is doing before a program's first line. */
export type Stage = 'loading' | 'starting' | 'copying' | 'installing' | 'running';

/** How much of something large has come. */
export interface Progress {
  /** Its name in a sentence: `PostgreSQL`. */
  readonly title: string;
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface PrepareOptions {
  /** Makes the call reject with the signal's reason. */
  readonly signal?: AbortSignal;
  /** @param progress while something large is fetched; called again as it comes */
  readonly onStage?: (stage: Stage, progress?: Progress) => void;
}

/** Before the start the signal makes `run` reject with its reason; later it stops the run. */
export interface RunOptions extends PrepareOptions {
  readonly limits?: Partial<Limits>;
}

/** Why a run is over. */
export type EndReason =
  /** the program ended by itself, well or badly: see the code */
  | 'exit'
  /** somebody stopped it, or another run began */
  | 'killed'
  /** it took too long, or its thread did not answer any more */
  | 'timeout'
  /** it printed too much */
  | 'output-limit'
  /** it broke the engine, or tried to */
  | 'crashed';

/** Where in a project's files something went wrong. */
export interface Fault {
  /** Path in the project. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; absent where only the line is known. */
  readonly column?: number;
  /** What is wrong, in a line: `TypeError: no such luck`. */
  readonly message: string;
}

export interface Done {
  readonly reason: EndReason;
  /** Exit code, 0 to 255; only after `exit`. */
  readonly code: number | undefined;
  /** A sentence for the reader, where the reason alone does not say it. */
  readonly message?: string;
  /** What ended the program, where the engine knows its place. Text of the program: trust nothing in it. */
  readonly fault?: Fault;
  /** How many trace events were dropped; absent where none was. */
  readonly traceCut?: number;
}

/** A program that runs, or has run. */
export interface Run {
  /** Settles once and never rejects. After it no sink is called. */
  readonly done: Promise<Done>;
  /** Ends the program now; `done` says `killed`. Does nothing after the end. */
  stop(): void;
  /**
   * Sends a request to a server that the program listens with. Of its address the path and the
   * query count; its signal, or cancelling the answer's body, ends it. The body of either is at
   * most 1 MiB. Redirects are not followed.
   * @throws {EngineError} `nothing-listens`, `run-over`, `bad-request`, `no-answer`
   * @throws the signal's reason
   */
  request(port: number, request: Request): Promise<Response>;
}

/** A command line that goes on beside the runs. */
export interface Shell {
  /** What it prints, as a terminal shows it. */
  readonly output: ReadableStream<string>;
  /** Settles when the shell ends. */
  readonly done: Promise<void>;
  /** Sends what a reader types. */
  write(text: string): void;
  resize(size: ShellSize): void;
  close(): void;
}

/** Characters in a line, and lines. */
export interface ShellSize {
  readonly cols: number;
  readonly rows: number;
}

/** Something that runs projects. One program at a time: a second run ends the first. */
export interface Engine {
  /** Its name in a sentence: "Ran in …". */
  readonly label: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** Whether it can start here; asks nothing of the network. */
  support(): Support;
  /**
   * Fetches what every run needs, and what this project needs, so that its runs need no network.
   * Makes nothing on the page.
   * @throws {EngineError} `did-not-load`
   */
  load(project?: Pick<Project, 'files'>): Promise<void>;
  /** Loads, and gets everything ready so that the next run starts at once. */
  prepare(options?: PrepareOptions): Promise<void>;
  /**
   * Starts a program.
   * @throws {EngineError} `bad-project`, `did-not-load`, `did-not-start`, `engine-closed`, and what
   * the engine's own start can end with
   */
  run(project: Project, sinks: Sinks, options?: RunOptions): Promise<Run>;
  /**
   * Opens a command line in the project's folder; there where the capabilities have `shell`.
   * @throws {EngineError} as `run` does
   */
  openShell?(project: Project, size: ShellSize, options?: PrepareOptions): Promise<Shell>;
  /** Ends the running program and leaves nothing on the page. The engine cannot be used again. */
  dispose(): void;
}
