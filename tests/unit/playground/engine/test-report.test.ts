import { describe, expect, it } from 'vitest';
import { createAssert } from '../../../../playground/engines/embedded/worker/modules/assert/assert-module.ts';
import { copyError } from '../../../../playground/engines/embedded/worker/modules/test/copy-error.ts';
import { SpecReport } from '../../../../playground/engines/embedded/worker/modules/test/spec-report.ts';
import { createTest } from '../../../../playground/engines/embedded/worker/modules/test/test-module.ts';
import { timersOf } from '../../../../playground/engines/embedded/worker/modules/timers/timers.ts';
import { fakeMachine } from './fake-machine.ts';

type Declare = (...args: unknown[]) => Promise<void>;
type Api = Readonly<
  Record<'test' | 'describe' | 'it' | 'before' | 'after' | 'beforeEach', Declare>
>;

/** Runs what `declare` declares. @returns the report without durations, and the exit code */
async function run(declare: (api: Api) => void): Promise<{ text: string; code: unknown }> {
  const { machine, output, finish } = fakeMachine(['--test']);
  const { assert } = createAssert(
    () => undefined,
    (fn) => fn,
  );
  declare(createTest(machine, assert, timersOf(machine)) as unknown as Api);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await finish();
  const text = output()
    .replaceAll(/ \([\d.]+ms\)/g, '')
    .replaceAll(/duration_ms .*/g, 'duration_ms 0')
    .replaceAll(/\n +at .*/g, '');
  return { text, code: machine.process.exitCode };
}

const numbers = (text: string): string[] => text.match(/(?<=ℹ \w+ )\d+/g) ?? [];

describe('a run of node:test', () => {
  it('reports suites, tests and numbers', async () => {
    const { text, code } = await run(({ test, describe: suite, it: each }) => {
      void test('passes', () => undefined);
      void suite('a suite', () => {
        void each('has a test', () => undefined);
        void each('skips one', { skip: 'why' }, () => undefined);
      });
    });
    expect(text).toBe(
      [
        '✔ passes\n▶ a suite\n  ✔ has a test\n  ﹣ skips one # why\n✔ a suite\n',
        'ℹ tests 3\nℹ suites 1\nℹ pass 2\nℹ fail 0\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0\n',
        'ℹ duration_ms 0\n',
      ].join(''),
    );
    expect(code).toBeUndefined();
  });

  it('shows failures again at the end, with their place, and fails', async () => {
    const { text, code } = await run(({ test }) => {
      void test('breaks', () => {
        throw new TypeError('broken');
      });
    });
    expect(text).toContain('✖ breaks\nℹ tests 1\n');
    expect(text).toContain(
      '\n✖ failing tests:\n\ntest at main.ts:1:1\n✖ breaks\n  TypeError: broken',
    );
    expect(code).toBe(1);
  });

  it('reports a file without tests as a test', async () => {
    const { text } = await run(() => undefined);
    expect(text).toMatch(/^✔ main\.ts\nℹ tests 1\n/);
  });

  it('cancels what takes longer than its limit, though nothing else keeps the program alive', async () => {
    const { text, code } = await run(({ test }) => {
      void test('stuck', { timeout: 20 }, () => new Promise(() => undefined));
    });
    expect(text).toContain("'test timed out after 20ms'");
    expect(numbers(text)).toEqual(['1', '0', '0', '0', '1', '0', '0', '0']);
    expect(code).toBe(1);
  });

  it('runs hooks in order, and tests one after the other', async () => {
    const calls: string[] = [];
    await run(({ test, before, after, beforeEach }) => {
      void before(() => calls.push('before'));
      void beforeEach(() => calls.push('each'));
      void after(() => calls.push('after'));
      void test('one', async () => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        calls.push('one');
      });
      void test('two', () => calls.push('two'));
    });
    expect(calls).toEqual(['before', 'each', 'one', 'each', 'two', 'after']);
  });
});

describe('the spec report', () => {
  const result = { name: 'x', nesting: 0, durationMs: 1.5, passed: true, error: undefined };

  it('marks what is to do and what fails as wanted', () => {
    const report = new SpecReport();
    const line = (more: object): string =>
      report.text({ type: 'result', result: { ...result, ...more } });
    expect(line({ directive: { kind: 'todo', text: 'later' } })).toBe('✔ x (1.5ms) # later\n');
    expect(line({ directive: { kind: 'todo' }, passed: false })).toBe('⚠ x (1.5ms) # TODO\n');
    expect(line({ directive: { kind: 'expectFailure' } })).toBe('✔ x (1.5ms) # EXPECTED FAILURE\n');
  });
});

describe('an error that crosses to the report', () => {
  const copy = (error: unknown): unknown => copyError(error, structuredClone);

  it('keeps its fields, and its class as far as it is built in', () => {
    class Own extends TypeError {
      code = 'E_OWN';
      method = (): void => undefined;
    }
    const copied = copy(new Own('text', { cause: new Error('why') })) as Own;
    expect(copied).toBeInstanceOf(TypeError);
    expect(copied).not.toBeInstanceOf(Own);
    expect(copied).toMatchObject({ message: 'text', code: 'E_OWN', cause: { message: 'why' } });
    expect('method' in copied).toBe(false);
  });

  it('shows what cannot be copied as text', () => {
    expect(copy(Symbol('s'))).toBe(Symbol.for('s'));
    expect(copy(() => 1)).toBe('[Function (anonymous)]');
    expect(copy({ a: [1] })).toEqual({ a: [1] });
  });

  it('ends at an error that is its own cause', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(copy(error)).toMatchObject({ message: 'loop' });
  });
});
