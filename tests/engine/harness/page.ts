import type {
  Done,
  Engine,
  EngineId,
  Limits,
  OutputChunk,
  Project,
  Run,
} from '../../../playground/engine/contract.ts';
import { EngineError } from '../../../playground/engine/errors.ts';
import { loadEngine } from '../../../playground/engine/load-engine.ts';
import type { TraceEvent } from '../../../playground/lab/trace.ts';
import { GapMeter } from './gap-meter.ts';

/** What one run brought, as plain data. */
export interface Recorded {
  readonly chunks: readonly (OutputChunk & { readonly atMs: number })[];
  readonly stdout: string;
  readonly stderr: string;
  readonly trace: readonly TraceEvent[];
  /** The ports that it listened at, after each change. */
  readonly ports: readonly (readonly number[])[];
  readonly done: Done;
  /** From the call of `run` to `done`. */
  readonly totalMs: number;
  /** Longest time in which the page's thread did nothing else. */
  readonly longestGapMs: number;
}

/** An engine's refusal. */
export interface Refused {
  readonly code: string;
  readonly message: string;
}

/** A request as a test asks for it. */
export interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request: after so many ms, or once a piece of the answer was read. */
  readonly abort?: number | 'after-first-piece';
}

/** An answer as plain data. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How many pieces the body came in. */
  readonly pieces: number;
}

/** What a test types, and what must then be shown. */
export interface TypedLine {
  readonly type: string;
  readonly until: string;
}

/** A run while it goes on. */
interface Recording {
  readonly run: Run;
  readonly first: Promise<string>;
  readonly result: Promise<Recorded>;
}

class Harness {
  #engine: Engine;
  readonly #recordings: Recording[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  load(): Promise<void> {
    return this.#engine.load();
  }

  prepare(): Promise<void> {
    return this.#engine.prepare();
  }

  async run(project: Project, limits: Partial<Limits>): Promise<Recorded> {
    return (await this.#record(project, limits)).result;
  }

  async start(project: Project, limits: Partial<Limits>): Promise<number> {
    return this.#recordings.push(await this.#record(project, limits)) - 1;
  }

  finish(id: number): Promise<Recorded> {
    return this.#recording(id).result;
  }

  firstOutput(id: number): Promise<string> {
    return this.#recording(id).first;
  }

  stop(id: number): void {
    this.#recording(id).run.stop();
  }

  async request(id: number, port: number, asked: Asked = {}): Promise<Refused | Answered> {
    const { path = '/', abort, ...init } = asked;
    const signal = typeof abort === 'number' ? AbortSignal.timeout(abort) : null;
    const request = new Request(`http://localhost:${port}${path}`, { ...init, signal });
    try {
      const response = await this.#recording(id).run.request(port, request);
      const { status } = response;
      const headers = Object.fromEntries(response.headers);
      return { status, headers, ...(await bodyOf(response, abort === 'after-first-piece')) };
    } catch (error) {
      return refused(error);
    }
  }

  /** Opens a shell, types the lines, each once the one before was answered; ends it. */
  async shell(project: Project, lines: readonly TypedLine[]): Promise<string> {
    const shell = await this.#engine.openShell?.(project, { cols: 80, rows: 24 });
    if (!shell) throw new Error('This engine has no shell.');
    let shown = '';
    let heard = (): void => undefined;
    void shell.output.pipeTo(
      new WritableStream({
        write: (text) => {
          shown += text;
          heard();
        },
      }),
    );
    for (const { type, until } of lines) {
      const from = shown.length;
      shell.write(type);
      await new Promise<void>((resolve) => {
        heard = () => shown.indexOf(until, from) !== -1 && resolve();
        heard();
      });
    }
    shell.close();
    await shell.done;
    return shown;
  }

  /** Ends the engine and takes another in its place, as a page that is opened again does. */
  async renew(id: EngineId): Promise<void> {
    this.#engine.dispose();
    this.#engine = await loadEngine(id);
  }

  async prepareRefused(): Promise<Refused | undefined> {
    return this.#engine.prepare().then(() => undefined, refused);
  }

  async refusal(project: Project): Promise<Refused | undefined> {
    return this.#record(project, {}).then(() => undefined, refused);
  }

  dispose(): void {
    this.#engine.dispose();
  }

  #recording(id: number): Recording {
    const recording = this.#recordings[id];
    if (!recording) throw new Error(`There is no run ${id}.`);
    return recording;
  }

  async #record(project: Project, limits: Partial<Limits>): Promise<Recording> {
    const startMs = performance.now();
    const gaps = new GapMeter();
    const chunks: (OutputChunk & { atMs: number })[] = [];
    const trace: TraceEvent[] = [];
    const ports: (readonly number[])[] = [];
    const first = Promise.withResolvers<string>();
    const output = (chunk: OutputChunk): void => {
      chunks.push({ ...chunk, atMs: performance.now() - startMs });
      first.resolve(chunk.text);
    };
    const sinks = {
      output,
      trace: (events: readonly TraceEvent[]) => trace.push(...events),
      ports: (listening: readonly number[]) => ports.push(listening),
    };
    const run = await this.#engine.run(project, sinks, { limits });
    // Nobody waits for the first output of a run that is over.
    void run.done.then((done) =>
      first.reject(new Error(`It ended without output: ${JSON.stringify(done)}`)),
    );
    first.promise.catch(() => undefined);
    const result = run.done.then((done) => ({
      ...{ chunks, trace, ports, done },
      ...{ stdout: textOf(chunks, 'stdout'), stderr: textOf(chunks, 'stderr') },
      totalMs: performance.now() - startMs,
      longestGapMs: gaps.stop(),
    }));
    return { run, first: first.promise, result };
  }
}

function textOf(chunks: readonly OutputChunk[], stream: OutputChunk['stream']): string {
  return chunks
    .filter((chunk) => chunk.stream === stream)
    .map(({ text }) => text)
    .join('');
}

async function bodyOf(
  response: Response,
  onlyFirst: boolean,
): Promise<{ body: string; pieces: number }> {
  const decoder = new TextDecoder();
  let body = '';
  let pieces = 0;
  for await (const piece of response.body ?? []) {
    body += decoder.decode(piece, { stream: true });
    pieces += 1;
    // Leaving the loop cancels the body.
    if (onlyFirst) break;
  }
  return { body, pieces };
}

function refused(error: unknown): Refused {
  if (error instanceof DOMException) return { code: error.name, message: error.message };
  if (!(error instanceof EngineError)) throw error;
  return { code: error.code, message: error.message };
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const id = new URLSearchParams(location.search).get('engine') ?? '';
window.harness = new Harness(await loadEngine(id as EngineId));
