import { validateFunction, validateNumber, validateObject } from '../errors/validate.ts';
import type { TestFunction } from './declaration.ts';
import type { MockTracker } from './mock-tracker.ts';
import type { HookName, HookOptions } from './test-hooks.ts';
import type { TestNode } from './test-node.ts';
import type { PlanOptions } from './test-plan.ts';

/** What tests and suites are given. */

/** `outer > inner` */
function fullName(node: TestNode): string {
  const { parent } = node;
  return parent?.parent === undefined ? node.name : `${fullName(parent)} > ${node.name}`;
}

interface WaitOptions {
  readonly interval?: number;
  readonly timeout?: number;
}

/** The `t` of a suite. */
export class SuiteContext {
  readonly #node: TestNode;

  constructor(node: TestNode) {
    this.#node = node;
  }

  get signal(): AbortSignal {
    return this.#node.signal;
  }

  get name(): string {
    return this.#node.name;
  }

  get filePath(): string {
    return this.#node.runner.file;
  }

  get fullName(): string {
    return fullName(this.#node);
  }

  get passed(): boolean {
    return this.#node.outcome.passed;
  }

  get attempt(): number {
    return 0;
  }

  diagnostic(message: string): void {
    this.#node.diagnostics.push(message);
  }
}

/** The `t` of a test. */
export class TestContext extends SuiteContext {
  readonly #node: TestNode;
  #assert: object | undefined;

  constructor(node: TestNode) {
    super(node);
    this.#node = node;
  }

  get error(): unknown {
    return this.#node.outcome.error ?? null;
  }

  /** The assertions of `node:assert`; each counts for the plan. */
  get assert(): object {
    return (this.#assert ??= this.#node.runner.assertions.of(this, () => this.#node.plan?.count()));
  }

  get mock(): MockTracker {
    return this.#node.mock;
  }

  plan(count: number, options: PlanOptions = {}): void {
    this.#node.setPlan(count, options);
  }

  runOnly(_only: boolean): void {
    return undefined;
  }

  skip(reason?: string): void {
    this.#node.outcome.skip(reason);
  }

  todo(reason?: string): void {
    this.#node.outcome.markTodo(reason);
  }

  test(...args: readonly unknown[]): Promise<void> {
    const { runner, plan } = this.#node;
    plan?.count();
    return runner.declare('test', this.#node, args, {}, this.test).start();
  }

  before(fn: TestFunction, options: HookOptions = {}): void {
    this.#hook('before', fn, options);
  }

  after(fn: TestFunction, options: HookOptions = {}): void {
    this.#hook('after', fn, options);
  }

  beforeEach(fn: TestFunction, options: HookOptions = {}): void {
    this.#hook('beforeEach', fn, options);
  }

  afterEach(fn: TestFunction, options: HookOptions = {}): void {
    this.#hook('afterEach', fn, options);
  }

  /** Calls `condition` until it does not throw. @returns what it gives */
  async waitFor(condition: () => unknown, options: WaitOptions = {}): Promise<unknown> {
    validateFunction(condition, 'condition');
    validateObject(options, 'options');
    const { interval = 50, timeout = 1000 } = options;
    validateNumber(interval, 'options.interval', 0);
    validateNumber(timeout, 'options.timeout', 0);
    const { loop } = this.#node.runner;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    let failure: ErrorOptions = {};
    let timer = loop.timer(() => undefined, interval);
    const limit = loop.timer(() => {
      timer.cancel();
      reject(new Error('waitFor() timed out', failure));
    }, timeout);
    const poll = async (): Promise<void> => {
      try {
        resolve(await condition());
        limit.cancel();
      } catch (error) {
        failure = { cause: error };
        timer = loop.timer(() => void poll(), interval);
      }
    };
    timer.cancel();
    void poll();
    return promise;
  }

  #hook(name: HookName, fn: TestFunction, options: HookOptions): void {
    this.#node.addHook(name, fn, options);
  }
}
