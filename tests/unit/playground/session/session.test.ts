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
  end: (status) => told.push(`end ${status}`),
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

  async run(project: Project, { output, trace }: Sinks): Promise<Run> {
    this.project = project;
    output({ stream: 'stdout', text: 'hello\n' });
    trace(this.#events);
    return {
      done: Promise.resolve(this.#done),
      stop: () => undefined,
      request: () => Promise.reject(new Error('nothing listens')),
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
