import type { Loop } from '../../machine.ts';
import { callTest } from './call-test.ts';
import type { TestFunction } from './declaration.ts';
import { isTestFailure, testFailure } from './failure.ts';
import { raceWithStop } from './stop.ts';

export type HookName = 'before' | 'after' | 'beforeEach' | 'afterEach';

export interface HookOptions {
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

type Hook = (context: object) => Promise<void>;

/** `before` and `after` run once, however many tests wait for them. */
function onlyOnce(hook: Hook): Hook {
  let run: Promise<void> | undefined;
  return (context) => (run ??= hook(context));
}

/** The hooks of one test or suite, with those of its parents where they apply. */
export class TestHooks {
  readonly #loop: Loop;
  readonly #lists: Record<HookName, Hook[]> = {
    before: [],
    after: [],
    beforeEach: [],
    afterEach: [],
  };
  #ownAfterEach = 0;

  constructor(loop: Loop) {
    this.#loop = loop;
  }

  has(name: HookName): boolean {
    return this.#lists[name].length > 0;
  }

  /** @returns the hook, to run at once where the test has begun */
  add(name: HookName, fn: TestFunction, options: HookOptions): Hook {
    const run: Hook = (context) => {
      const signal = options.signal ?? new AbortController().signal;
      return raceWithStop(() => callTest(fn, context), this.#loop, options.timeout, signal);
    };
    const hook = name === 'before' || name === 'after' ? onlyOnce(run) : run;
    const list = this.#lists[name];
    // A test's own come before its parents', in the order in which they were added.
    if (name === 'afterEach') list.splice(this.#ownAfterEach++, 0, hook);
    else list.push(hook);
    return hook;
  }

  inherit(parent: TestHooks): void {
    this.#lists.beforeEach.unshift(...parent.#lists.beforeEach);
    this.#lists.afterEach.push(...parent.#lists.afterEach);
  }

  /** @throws {TestFailure} of the first hook that fails; the later ones do not run */
  async run(name: HookName, context: object): Promise<void> {
    try {
      for (const hook of this.#lists[name]) await hook(context);
    } catch (error) {
      const cause = isTestFailure(error) ? error.cause : error;
      const failure = testFailure(`failed running ${name} hook`, 'hookFailed');
      throw Object.assign(failure, { cause });
    }
  }
}
