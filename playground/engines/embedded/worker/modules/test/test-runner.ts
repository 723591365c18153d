import type { Machine } from '../../machine.ts';
import type { AssertFunction } from '../assert/assert-module.ts';
import type { Timers } from '../timers/timers.ts';
import { ContextAssertions } from './context-assertions.ts';
import { readDeclaration, type TestOptions } from './declaration.ts';
import { millisecondsBetween } from './duration.ts';
import { testFailure } from './failure.ts';
import type { Location, ReportEvent } from './report-event.ts';
import { ReportWriter } from './report-writer.ts';
import { RootNode } from './root-node.ts';
import type { Counters, Runner } from './runner.ts';
import { SuiteNode } from './suite-node.ts';
import { TestNode } from './test-node.ts';

const folder = 'file:///app/';

function noCounts(): Counters {
  return { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 };
}

/** Runs the tests that a file declares, and reports them. */
export class TestRunner implements Runner {
  counters = noCounts();
  readonly assertions: ContextAssertions;
  readonly loop: Machine['loop'];
  readonly timers: Timers;
  readonly file: string;
  readonly running: TestNode[] = [];
  readonly root: TestNode;
  success = true;
  declaring: TestNode | undefined;
  building: Promise<void> | undefined;
  readonly #machine: Machine;
  readonly #writer: ReportWriter;
  readonly #suites: Promise<void>[] = [];
  readonly #late: string[] = [];
  #afterRun: Promise<void> | undefined;
  #reported = false;

  constructor(machine: Machine, assert: AssertFunction, timers: Timers) {
    this.timers = timers;
    this.#machine = machine;
    this.assertions = new ContextAssertions(assert);
    this.loop = machine.loop;
    this.file = machine.process.argv[1] ?? '';
    this.#writer = new ReportWriter(machine);
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
    this.#writer.abandon();
  }

  readonly report = (event: ReportEvent): void => this.#writer.write(event);

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
    const failed = Number(this.#machine.process.exitCode ?? 0) !== 0 && !this.#writer.failedAtTop;
    if (!this.#writer.isTestMode || (this.root.subtests.all.length > 0 && !failed)) return;
    const name = this.file.replace('/app/', '');
    this.counters.tests++;
    if (failed) this.counters.failed++;
    else this.counters.passed++;
    const error = failed ? testFailure('test failed', 'testCodeFailure') : undefined;
    const location = { file: name, line: 1, column: 1 };
    const durationMs = millisecondsBetween(0, this.loop.now());
    const result = { name, nesting: 0, location, durationMs, passed: !failed, error };
    this.report({ type: 'result', result });
  }

  #reportEnd(): void {
    const isUsed = this.root.subtests.all.length > 0 || this.#writer.isTestMode;
    if (this.#reported || !isUsed) return;
    this.#reported = true;
    this.#reportFile();
    for (const message of this.#late) this.#writer.note(message);
    const { tests, suites, passed: pass, failed: fail, cancelled, skipped, todo } = this.counters;
    const duration_ms = millisecondsBetween(0, this.loop.now());
    const lines = { tests, suites, pass, fail, cancelled, skipped, todo, duration_ms };
    for (const [name, value] of Object.entries(lines)) this.#writer.note(`${name} ${value}`);
    this.#writer.end();
  }
}
