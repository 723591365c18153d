import type { Machine } from '../../machine.ts';
import type { AssertFunction } from '../assert/assert-module.ts';
import { copyError } from './copy-error.ts';
import { readDeclaration, type TestOptions } from './declaration.ts';
import { millisecondsBetween } from './duration.ts';
import { testFailure } from './failure.ts';
import type { Location, ReportEvent } from './report-event.ts';
import type { Counters, Runner } from './runner.ts';
import { SpecReport } from './spec-report.ts';
import { SuiteNode } from './suite-node.ts';
import { TestNode, type Kind } from './test-node.ts';

const folder = 'file:///app/';

/** Assertions that `t.assert` has not. */
const notOfContext = new Set(['AssertionError', 'Assert', 'strict']);

function noCounts(): Counters {
  return { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 };
}

/** The file: all tests of its own are its subtests. */
class RootNode extends TestNode {
  override readonly kind: Kind = 'root';
  readonly #onAllReported: () => void;

  constructor(runner: Runner, onAllReported: () => void) {
    super(readDeclaration(['<root>'], {}), undefined, runner, undefined);
    this.#onAllReported = onAllReported;
    this.startMs = 0;
  }

  protected override childFinished(): void {
    if (this.subtests.allReported) this.#onAllReported();
  }
}

/** Runs the tests that a file declares, and reports them. */
export class TestRunner implements Runner {
  counters = noCounts();
  readonly loop: Machine['loop'];
  readonly file: string;
  readonly running: TestNode[] = [];
  readonly root: TestNode;
  success = true;
  declaring: TestNode | undefined;
  building: Promise<void> | undefined;
  readonly #machine: Machine;
  readonly #assertions: Map<string, CallableFunction>;
  #spec = new SpecReport();
  readonly #isTestMode: boolean;
  readonly #suites: Promise<void>[] = [];
  readonly #late: string[] = [];
  #afterRun: Promise<void> | undefined;
  #pendingText = '';
  #reported = false;
  #failedAtTop = false;

  constructor(machine: Machine, assert: AssertFunction) {
    this.#machine = machine;
    this.#assertions = new Map(
      Object.entries(assert).flatMap(([name, value]) =>
        typeof value === 'function' && !notOfContext.has(name) ? [[name, value]] : [],
      ),
    );
    this.loop = machine.loop;
    this.file = machine.process.argv[1] ?? '';
    this.#isTestMode = machine.process.execArgv.includes('--test');
    this.root = new RootNode(this, () => void this.#runRootAfter());
    machine.onIdle(() => this.#finish());
    machine.process.on('exit', () => this.#reportEnd());
  }

  /** Takes a test into the tree. @param hidden the function that the program called */
  declare(
    kind: 'test' | 'suite',
    wanted: TestNode,
    args: readonly unknown[],
    fixed: TestOptions,
    hidden: CallableFunction,
  ): TestNode {
    const over = wanted.finished || (wanted instanceof SuiteNode && wanted.declared);
    const parent = over ? this.root : wanted;
    const Node = kind === 'suite' ? SuiteNode : TestNode;
    const node = new Node(readDeclaration(args, fixed), parent, this, this.#locate(hidden));
    if (over) {
      const message = 'test could not be started because its parent finished';
      node.outcome.fail(testFailure(message, 'parentAlreadyFinished'));
    }
    parent.subtests.all.push(node);
    if (node instanceof SuiteNode) this.#suites.push(node.built);
    return node;
  }

  /** Starts a test of the file's own, once all that is declared at once is declared. */
  async startTop(node: TestNode): Promise<void> {
    this.building ??= Promise.resolve()
      .then(() => Promise.all(this.#suites))
      .then(() => undefined);
    await this.building;
    this.building = undefined;
    await node.start();
  }

  #locate(hidden: CallableFunction): Location | undefined {
    const place = new Error();
    Error.captureStackTrace(place, hidden);
    const position = this.#machine.position(place);
    return position && { ...position, file: position.file.replace(folder, '') };
  }

  /** Adds an assertion to every context. */
  register(name: string, assertion: CallableFunction): void {
    this.#assertions.set(name, assertion);
  }

  assertions(context: object, count: () => void): object {
    const counted = (assertion: CallableFunction) => {
      return (...args: unknown[]): unknown => {
        count();
        return Reflect.apply(assertion, context, args);
      };
    };
    const entries = [...this.#assertions].map(([name, each]) => [name, counted(each)] as const);
    return Object.fromEntries(entries);
  }

  /** An error of no test that runs. */
  noteLateError(error: unknown, event: string): void {
    this.success = false;
    this.#late.push(
      'Error: A resource generated asynchronous activity after the test ended. ' +
        `This activity created the error "${String(error)}" which triggered an ${event} event, ` +
        'caught by the test runner.',
    );
  }

  /** The file itself failed: what its tests reported is not told. */
  abandon(): void {
    this.counters = noCounts();
    this.#spec = new SpecReport();
    this.#pendingText = '';
    this.#failedAtTop = false;
  }

  readonly report = (event: ReportEvent): void => {
    this.#queue(this.#spec.text(this.#crossing(event)));
  };

  /** A result as it arrives from the process of its file. */
  #crossing(event: ReportEvent): ReportEvent {
    if (event.type !== 'result' || event.result.error === undefined) return event;
    if (event.result.nesting === 0) this.#failedAtTop = true;
    if (!this.#isTestMode) return event;
    const { structuredClone } = this.#machine.native;
    const error = copyError(event.result.error, (value) => structuredClone(value));
    return { type: 'result', result: { ...event.result, error } };
  }

  /** Reports come behind what tests print: Node sends them from one process to another. */
  #queue(text: string): void {
    if (this.#pendingText === '' && text !== '') this.loop.immediate(() => this.#flush());
    this.#pendingText += text;
  }

  #flush(): void {
    if (this.#pendingText !== '') this.#machine.write('stdout', this.#pendingText);
    this.#pendingText = '';
  }

  #runRootAfter(): Promise<void> {
    const { root } = this;
    return (this.#afterRun ??= root.hooks.run('after', root.context).catch((error: unknown) => {
      this.counters.tests++;
      this.counters.failed++;
      this.success = false;
      const about = { name: this.file, nesting: 0, durationMs: 0, passed: false, error };
      this.report({ type: 'result', result: about });
    }));
  }

  /** Nothing is left to do: what is unfinished never will be. */
  async #finish(): Promise<void> {
    if (this.root.subtests.all.length === 0) await this.root.hooks.run('before', this.root.context);
    const message = 'Promise resolution is still pending but the event loop has already resolved';
    this.root.end(testFailure(message, 'cancelledByParent'));
    await this.#runRootAfter();
    if (!this.success) this.#machine.process.exitCode = 1;
    this.#reportEnd();
  }

  /** Where the process fails, but none of its tests, the file itself is a test that failed. */
  #reportFile(): void {
    const { exitCode } = this.#machine.process;
    const failed = Number(exitCode ?? 0) !== 0 && !this.#failedAtTop;
    if (!this.#isTestMode || (this.root.subtests.all.length > 0 && !failed)) return;
    const name = this.file.replace('/app/', '');
    this.counters.tests++;
    if (failed) this.counters.failed++;
    else this.counters.passed++;
    const error = failed ? testFailure('test failed', 'testCodeFailure') : undefined;
    const location = { file: name, line: 1, column: 1 };
    const durationMs = millisecondsBetween(0, this.loop.now());
    const result = { name, nesting: 0, location, durationMs, passed: !failed, error };
    this.#pendingText += this.#spec.text({ type: 'result', result });
  }

  #reportEnd(): void {
    if (this.#reported) return;
    this.#reported = true;
    const isUsed = this.root.subtests.all.length > 0;
    if (!isUsed && !this.#isTestMode) return;
    this.#reportFile();
    const { tests, suites, passed, failed, cancelled, skipped, todo } = this.counters;
    for (const message of this.#late)
      this.#pendingText += this.#spec.text({ type: 'diagnostic', nesting: 0, message });
    const lines = {
      tests,
      suites,
      pass: passed,
      fail: failed,
      cancelled,
      skipped,
      todo,
      duration_ms: millisecondsBetween(0, this.loop.now()),
    };
    for (const [name, value] of Object.entries(lines))
      this.#pendingText += this.#spec.text({
        type: 'diagnostic',
        nesting: 0,
        message: `${name} ${value}`,
      });
    this.#pendingText += this.#spec.failures();
    this.#flush();
  }
}
