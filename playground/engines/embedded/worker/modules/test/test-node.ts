import { validateNumber, validateSignal } from '../errors/validate.ts';
import { callTest } from './call-test.ts';
import type { Declaration, TestFunction } from './declaration.ts';
import { asFailure, testFailure } from './failure.ts';
import { MockTracker } from './mock-tracker.ts';
import type { Location } from './report-event.ts';
import { millisecondsBetween } from './duration.ts';
import { countResult, type Runner } from './runner.ts';
import { runTest } from './run-test.ts';
import { startStop, type Stop } from './stop.ts';
import { Subtests } from './subtests.ts';
import { TestContext } from './test-context.ts';
import { TestHooks, type HookName } from './test-hooks.ts';
import { TestOutcome } from './test-outcome.ts';
import { TestPlan, type PlanOptions } from './test-plan.ts';

export type Kind = 'root' | 'test' | 'suite';

const nothing: TestFunction = () => undefined;

/** How many subtests run at once where a test asks for it; its parent's number otherwise. */
function concurrencyOf(option: unknown, parent: TestNode | undefined): number {
  if (option === true) return Infinity;
  if (option === false) return 1;
  if (option === undefined || option === null) return parent?.concurrency ?? 1;
  validateNumber(option, 'options.concurrency', 1);
  return option;
}

/** A test and its subtests. The root stands for the file. */
export class TestNode {
  readonly kind: Kind = 'test';
  readonly name: string;
  readonly parent: TestNode | undefined;
  readonly runner: Runner;
  readonly location: Location | undefined;
  readonly nesting: number;
  readonly concurrency: number;
  readonly outcome: TestOutcome;
  readonly hooks: TestHooks;
  readonly subtests: Subtests;
  readonly diagnostics: string[] = [];
  readonly #timeoutMs: number | undefined;
  readonly #outer: AbortSignal | undefined;
  readonly #controller = new AbortController();
  readonly #fn: TestFunction;
  /** How many assertions the test says it makes. */
  readonly planned: number | undefined;
  #context: object | undefined;
  #mock: MockTracker | undefined;
  plan: TestPlan | undefined;
  protected startMs: number | undefined;
  #endMs: number | undefined;
  #ran = false;
  #announced = false;
  finished = false;

  constructor(
    { name, options, fn }: Declaration,
    parent: TestNode | undefined,
    runner: Runner,
    location: Location | undefined,
  ) {
    validateSignal(options.signal, 'options.signal');
    if (options.timeout !== undefined) validateNumber(options.timeout, 'options.timeout', 0);
    this.name = name;
    this.parent = parent;
    this.runner = runner;
    this.location = location;
    this.nesting = parent?.parent === undefined ? 0 : parent.nesting + 1;
    this.concurrency = concurrencyOf(options.concurrency, parent);
    this.outcome = new TestOutcome(options, parent?.outcome);
    this.hooks = new TestHooks(runner.loop);
    this.subtests = new Subtests(this.concurrency);
    this.#timeoutMs = options.timeout ?? (parent === undefined ? undefined : parent.#timeoutMs);
    this.#outer = options.signal;
    this.#fn = this.outcome.skipped ? nothing : fn;
    this.planned = options.plan;
    this.#outer?.addEventListener('abort', this.#abort);
    if (options.only === true)
      this.diagnostics.push("'only' and 'runOnly' require the --test-only command-line option.");
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get begun(): boolean {
    return this.startMs !== undefined;
  }

  get ended(): boolean {
    return this.#endMs !== undefined;
  }

  /** A browser's clock is too coarse for short tests; one that ran took some time all the same. */
  get durationMs(): number {
    if (!this.#ran) return 0;
    return millisecondsBetween(this.startMs ?? 0, this.#endMs ?? 0);
  }

  /** What hooks and the function are given. */
  get context(): object {
    return (this.#context ??= this.makeContext());
  }

  protected makeContext(): object {
    return new TestContext(this);
  }

  /** Its mocks last as long as the test. */
  get mock(): MockTracker {
    return (this.#mock ??= new MockTracker(this.runner.timers));
  }

  /** @throws where there is a plan already */
  setPlan(count: number, options: PlanOptions = {}): void {
    if (this.plan !== undefined)
      throw testFailure('cannot set plan more than once', 'testCodeFailure');
    this.plan = new TestPlan(count, options, this.runner.loop);
  }

  /** Takes the test into its parent's queue. */
  start(): Promise<void> {
    return this.parent?.subtests.start(this, this.runner.building !== undefined) ?? this.run();
  }

  addHook(name: HookName, fn: TestFunction, options: object): void {
    const hook = this.hooks.add(name, fn, options);
    if (name !== 'before' || !this.begun) return;
    hook(this.context).catch((error: unknown) => this.outcome.fail(asFailure(error)));
  }

  protected runAll(): Promise<void> {
    return runTest(this);
  }

  async run(): Promise<void> {
    this.parent?.subtests.enter();
    if (this.parent !== undefined) this.hooks.inherit(this.parent.hooks);
    this.startMs ??= this.runner.loop.now();
    if (!this.abortIfAsked()) await this.runAll();
    if (this.parent !== undefined) this.end();
  }

  /** Ends the test and what is unfinished below it, and lets its parent go on. */
  end(pending?: unknown): void {
    this.#ran ||= this.begun;
    this.#endMs ??= this.runner.loop.now();
    this.startMs ??= this.#endMs;
    this.subtests.forgetWaiting();
    for (const subtest of this.subtests.all) {
      if (subtest.finished || subtest.ended) continue;
      subtest.cancel(pending);
      subtest.end(pending);
    }
    const failed = this.subtests.all.filter(({ outcome }) => !outcome.passed && !outcome.todo);
    if (failed.length > 0 && (this.outcome.passed || this.parent === undefined)) {
      const noun = failed.length > 1 ? 'subtests' : 'subtest';
      this.outcome.fail(testFailure(`${failed.length} ${noun} failed`, 'subtestsFailed'));
    }
    this.#outer?.removeEventListener('abort', this.#abort);
    this.#mock?.reset();
    const { parent } = this;
    if (parent === undefined) return;
    parent.subtests.leave(this);
    parent.subtests.reportReady(() => parent.isTurn());
    void parent.subtests.runWaiting();
  }

  /** The parents' reports wait for their tests, so it is a test's turn when it is theirs. */
  isTurn(): boolean {
    const { parent } = this;
    return parent === undefined || (parent.subtests.isNext(this) && parent.isTurn());
  }

  /** Reports the result, after those of the subtests. */
  finish(): void {
    this.subtests.reportReady(() => true);
    this.#report();
    this.finished = true;
    this.parent?.childFinished();
  }

  /** A subtest was reported. */
  protected childFinished(): void {
    return undefined;
  }

  cancel(error?: unknown): void {
    if (this.ended || this.outcome.error !== undefined) return;
    const message = 'test did not finish before its parent and was cancelled';
    this.outcome.fail(error ?? testFailure(message, 'cancelledByParent'));
    this.outcome.cancelled = true;
    this.#controller.abort();
  }

  /** Aborts the test's signal. */
  abort(): void {
    this.#controller.abort();
  }

  /** Fails from outside: an error that nobody caught. */
  failLate(error: unknown): void {
    this.outcome.fail(error);
    this.#controller.abort();
  }

  abortIfAsked(): boolean {
    const asked = this.signal.aborted || this.#outer?.aborted === true;
    if (asked) this.#abort();
    return asked;
  }

  /** Milliseconds that the test may take. A suite does not take over its parent's. */
  protected get timeout(): number | undefined {
    return this.#timeoutMs;
  }

  startStop(): Stop {
    return startStop(this.runner.loop, this.timeout, this.signal);
  }

  /** Calls the function so that what it declares at once belongs to this test. */
  call(context: object): Promise<void> {
    const { runner } = this;
    const before = runner.declaring;
    runner.declaring = this;
    try {
      return callTest(this.#fn, context);
    } finally {
      runner.declaring = before;
    }
  }

  readonly #abort = (): void => {
    const reason: unknown = this.#outer?.reason;
    if (typeof reason === 'object' && reason !== null)
      Reflect.set(reason, 'failureType', 'testAborted');
    this.cancel(reason);
    // The mark of an exception is lost between processes, so Node counts it among the failures.
    if (reason instanceof DOMException) this.outcome.cancelled = false;
  };

  #announce(): void {
    if (this.#announced || this.parent === undefined) return;
    this.#announced = true;
    this.parent.#announce();
    const { name, nesting, location } = this;
    this.runner.report({ type: 'start', about: { name, nesting, location } });
  }

  #report(): void {
    const { runner, name, nesting, location, durationMs, outcome } = this;
    countResult(runner, this);
    if (this.subtests.all.length === 0) this.#announce();
    const { passed } = outcome;
    const error = passed ? undefined : outcome.error;
    const directive = outcome.directive();
    const result = { name, nesting, location, durationMs, passed, error, directive };
    runner.report({ type: 'result', result });
    for (const message of this.diagnostics) runner.report({ type: 'diagnostic', nesting, message });
  }
}
