import { beforeEach, describe, expect, it } from 'vitest';
import type { Done, Engine, Project, Run, Sinks } from '../../../../playground/engine/contract.ts';
import type { TraceEvent } from '../../../../playground/lab/trace.ts';
import type { ExampleFile } from '../../../../playground/session/example-file.ts';
import { Session, type Display } from '../../../../playground/session/session.ts';

const example: ExampleFile = {
  name: 'a/test',
  entry: 'main.ts',
  tests: 'main.test.ts',
  files: { 'main.ts': '', 'main.test.ts': '' },
  prepared: {},
};
const settings = { env: { OPEN_S: '2' }, typed: 'OPEN_S=2 ' };

const note: TraceEvent = { kind: 'note', run: 'pattern', text: 'hello', atMs: 1 };

/** What a display was told, a line a call. */
let told: string[];

const display: Display = {
  begin: (command) => told.push(`begin ${command}`),
  stage: () => undefined,
  print: ({ stream, text }) => told.push(`${stream} ${text}`),
  listening: (ports) => told.push(`listening ${ports.join()}`),
  end: (status, cut) => told.push(`end ${status}${cut === undefined ? '' : ` (${cut})`}`),
  tested: (stdout, files) => told.push(`tested ${stdout.trim()} of ${files.join()}`),
  draw: async (events) => {
    told.push(`draw ${events.length}`);
  },
  keepOldDrawing: () => told.push('keep the old drawing'),
  showProblem: ({ what }) => told.push(`problem ${what}`),
};

/** An engine that prints, traces once and ends as it is told. */
class FakeEngine implements Engine {
  readonly label = 'a fake engine';
  readonly capabilities = new Set<never>();
  project: Project | undefined;
  disposed = false;
  /** Where it is set, a run goes on until this settles. */
  held: Promise<Done> | undefined;
  readonly #done: Done;
  readonly #events: readonly TraceEvent[];

  constructor(done: Done, events: readonly TraceEvent[] = [note]) {
    this.#done = done;
    this.#events = events;
  }

  support(): { ok: true } {
    return { ok: true };
  }

  async load(): Promise<void> {}
  async prepare(): Promise<void> {}

  async run(project: Project, { output, trace, ports }: Sinks): Promise<Run> {
    this.project = project;
    if (project.env['SERVE'] === '1') ports?.([8080]);
    output({ stream: 'stdout', text: 'hello\n' });
    trace(this.#events);
    return {
      done: this.held ?? Promise.resolve(this.#done),
      stop: () => undefined,
      request: async (port, { url }) => new Response(`${port} ${new URL(url).pathname}`),
    };
  }

  dispose(): void {
    this.disposed = true;
  }
}

function sessionWith(engine: Engine): Session {
  return new Session(
    display,
    () => Promise.resolve(example),
    () => Promise.resolve(engine),
  );
}

beforeEach(() => {
  told = [];
});

describe('a session', () => {
  it('runs the program with its knobs, and draws what it traced', async () => {
    const engine = new FakeEngine({ reason: 'exit', code: 0 });
    await sessionWith(engine).play('script', settings, new AbortController().signal);
    expect(engine.project).toMatchObject({ entry: 'main.ts', env: { OPEN_S: '2' } });
    expect(told[0]).toBe('begin OPEN_S=2 node main.ts');
    expect(told[1]).toBe('stdout hello\n');
    expect(told[2]).toMatch(/^end Finished: exit 0 .* Ran in this page: a fake engine\.$/);
    expect(told[3]).toBe('draw 1');
  });

  it('runs the tests without knobs, and leaves the drawing', async () => {
    const engine = new FakeEngine({ reason: 'exit', code: 0 });
    await sessionWith(engine).play('tests', settings, new AbortController().signal);
    expect(engine.project).toMatchObject({ entry: 'main.test.ts', env: {} });
    expect(told[0]).toBe('begin node --test main.test.ts');
    expect(told.join()).not.toContain('draw');
    expect(told.at(-1)).toBe('tested hello of main.ts,main.test.ts');
  });

  it('serves: the program listens, panels reach it, and its end takes it away', async () => {
    const engine = new FakeEngine({ reason: 'killed', code: undefined });
    const { promise, resolve } = Promise.withResolvers<Done>();
    engine.held = promise;
    const session = sessionWith(engine);
    const request = new Request('http://localhost:8080/orders');
    await expect(session.request(8080, request)).rejects.toMatchObject({ code: 'nothing-listens' });

    const over = session.play('serve', settings, new AbortController().signal);
    await expect.poll(() => session.ports).toEqual([8080]);
    expect(engine.project).toMatchObject({ mode: 'script', env: { OPEN_S: '2', SERVE: '1' } });
    expect(told[0]).toBe('begin SERVE=1 OPEN_S=2 node main.ts');
    await expect
      .poll(() => session.request(8080, request).then((answer) => answer.text(), String))
      .toBe('8080 /orders');

    resolve({ reason: 'killed', code: undefined });
    await over;
    expect(session.ports).toEqual([]);
    expect(told.filter((line) => line.startsWith('listening'))).toEqual([
      'listening 8080',
      'listening ',
    ]);
    expect(told.join()).not.toContain('draw');
    await expect(session.request(8080, request)).rejects.toMatchObject({ code: 'nothing-listens' });
  });

  it('says at the output that a limit cut it', async () => {
    const message = 'The output stops at its limit.';
    const engine = new FakeEngine({ reason: 'output-limit', code: undefined, message });
    await sessionWith(engine).play('script', settings, new AbortController().signal);
    expect(told[2]).toContain(`(${message})`);
  });

  it('keeps the old drawing and says the problem where the program failed', async () => {
    const engine = new FakeEngine({
      reason: 'timeout',
      code: undefined,
      message: 'An endless loop?',
    });
    await sessionWith(engine).play('script', settings, new AbortController().signal);
    expect(told.slice(-2)).toEqual(['problem An endless loop?', 'keep the old drawing']);
  });

  it('says how many trace events were left out', async () => {
    const engine = new FakeEngine({ reason: 'exit', code: 0, traceCut: 7 });
    await sessionWith(engine).play('script', settings, new AbortController().signal);
    expect(told[2]).toContain('7 trace events');
  });

  it('keeps the old drawing of a program that traced nothing', async () => {
    const engine = new FakeEngine({ reason: 'exit', code: 0 }, []);
    await sessionWith(engine).play('script', settings, new AbortController().signal);
    expect(told.at(-1)).toBe('keep the old drawing');
  });

  it('shows nothing of a run that another replaced', async () => {
    const engine = new FakeEngine({ reason: 'killed', code: undefined });
    await sessionWith(engine).play('script', settings, AbortSignal.abort('replaced'));
    expect(told.filter((line) => /^(end|draw|problem)/.test(line))).toEqual([]);
  });

  it('tries the engine again after it could not be loaded', async () => {
    const engine = new FakeEngine({ reason: 'exit', code: 0 });
    let attempts = 0;
    const load = (): Promise<Engine> => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(engine);
    };
    const session = new Session(display, () => Promise.resolve(example), load);
    const { signal } = new AbortController();
    await session.play('script', settings, signal);
    expect(told).toContain('problem no network');
    await session.play('script', settings, signal);
    expect(told).toContain('draw 1');
  });

  it('takes its engine along when it ends', async () => {
    const engine = new FakeEngine({ reason: 'exit', code: 0 });
    const session = sessionWith(engine);
    await session.preload();
    await session.dispose();
    expect(engine.disposed).toBe(true);
  });
});
