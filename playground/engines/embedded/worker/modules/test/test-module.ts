import type { Machine } from '../../machine.ts';
import type { AssertFunction } from '../assert/assert-module.ts';
import { validateFunction, validateString } from '../errors/validate.ts';
import type { Timers } from '../timers/timers.ts';
import type { TestFunction, TestOptions } from './declaration.ts';
import { testFailure } from './failure.ts';
import { MockTracker } from './mock-tracker.ts';
import { SuiteNode } from './suite-node.ts';
import type { HookName, HookOptions } from './test-hooks.ts';
import { TestRunner } from './test-runner.ts';

/** `node:test` */

type LateEvent = 'uncaughtException' | 'unhandledRejection';
type Declare = (...args: unknown[]) => Promise<void>;

/** Variants of `test` and `describe`, and the options they stand for. */
const variants: Readonly<Record<string, TestOptions>> = {
  expectFailure: { expectFailure: true },
  skip: { skip: true },
  todo: { todo: true },
  only: { only: true },
};

const hookNames = ['before', 'after', 'beforeEach', 'afterEach'] as const satisfies HookName[];

function createDeclare(runner: TestRunner, kind: 'test' | 'suite', fixed: TestOptions): Declare {
  const declare: Declare = (...args) => {
    const parent = runner.declaring ?? runner.root;
    const node = runner.declare(kind, parent, args, fixed, declare);
    if (parent instanceof SuiteNode) return Promise.resolve();
    return parent === runner.root ? runner.startTop(node) : node.start();
  };
  return declare;
}

function withVariants(runner: TestRunner, kind: 'test' | 'suite'): Declare {
  const extra = Object.entries(variants).map(
    ([name, fixed]) => [name, createDeclare(runner, kind, fixed)] as const,
  );
  return Object.assign(createDeclare(runner, kind, {}), Object.fromEntries(extra));
}

/** An error that nobody caught belongs to the test that runs, or to the file. */
function watchForErrors({ process }: Machine, runner: TestRunner): void {
  const assign = (error: unknown, event: LateEvent): void => {
    const test = runner.running.at(-1);
    if (test === undefined) runner.noteLateError(error, event);
    else test.failLate(testFailure(error, event));
  };
  process.on('unhandledRejection', (error: unknown) => assign(error, 'unhandledRejection'));
  process.on('uncaughtException', (error: unknown, origin: unknown) => {
    // Rejections come by the other event: this one is the file's own, which ends it.
    if (origin === 'unhandledRejection') {
      runner.abandon();
      throw error;
    }
    assign(error, 'uncaughtException');
  });
}

/** What needs files or processes, which a page has not. */
function refuse(name: string): () => never {
  const refused = (): never => {
    throw new Error(
      `${name} of node:test is not available in the playground: it needs files or processes of ` +
        'its own. Run the test with Node.js, or in WebContainer.',
    );
  };
  return Object.defineProperty(refused, 'name', { value: name.replace(/.*\.|\(\)/g, '') });
}

/**
 * @param assert for `t.assert`
 * @param timers for `mock.timers`
 */
export function createTest(
  machine: Machine,
  assert: AssertFunction,
  timers: Timers,
): Record<string, unknown> {
  const runner = new TestRunner(machine, assert, timers);
  const test = withVariants(runner, 'test');
  const suite = withVariants(runner, 'suite');
  const hooks = hookNames.map((name) => {
    const hook = (fn: TestFunction, options: HookOptions = {}): void => {
      (runner.declaring ?? runner.root).addHook(name, fn, options);
    };
    return [name, hook] as const;
  });
  const register = (name: string, fn: unknown): void => {
    validateString(name, 'name');
    validateFunction(fn, 'fn');
    runner.assertions.register(name, fn);
  };
  watchForErrors(machine, runner);
  const members = {
    ...Object.fromEntries(hooks),
    describe: suite,
    it: test,
    getTestContext: () => (runner.running.at(-1) ?? runner.declaring)?.context,
    mock: new MockTracker(timers),
    run: refuse('run()'),
    snapshot: {
      setDefaultSnapshotSerializers: refuse('snapshot.setDefaultSnapshotSerializers()'),
      setResolveSnapshotPath: refuse('snapshot.setResolveSnapshotPath()'),
    },
    suite,
    test,
    assert: { register },
  };
  return { ...variantsOf(test), ...members, default: Object.assign(test, members) };
}

function variantsOf(test: Declare): Record<string, unknown> {
  return Object.fromEntries(Object.keys(variants).map((name) => [name, Reflect.get(test, name)]));
}
