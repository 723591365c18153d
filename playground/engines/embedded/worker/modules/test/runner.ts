import type { Timers } from '../timers/timers.ts';
import type { Loop } from '../../machine.ts';
import type { ContextAssertions } from './context-assertions.ts';
import type { TestOptions } from './declaration.ts';
import type { Report } from './report-event.ts';
import type { TestNode } from './test-node.ts';

/** What one run of the test runner counts. */
export interface Counters {
  tests: number;
  suites: number;
  passed: number;
  failed: number;
  cancelled: number;
  skipped: number;
  todo: number;
}

/** What all tests of a file share. */
export interface Runner {
  readonly loop: Loop;
  /** The module `node:timers`, whose functions a mocked clock replaces. */
  readonly timers: Timers;
  readonly report: Report;
  readonly counters: Counters;
  /** Path of the file. */
  readonly file: string;
  success: boolean;
  /** Whose function is being called: what it declares belongs to it. */
  declaring: TestNode | undefined;
  /** Tests whose functions have begun and not ended, the latest last. */
  readonly running: TestNode[];
  /** Until every suite has declared its tests, none starts. */
  building: Promise<void> | undefined;
  /**
   * Takes a test into the tree.
   * @param hidden the function that the program called
   */
  declare(
    kind: 'test' | 'suite',
    parent: TestNode,
    args: readonly unknown[],
    fixed: TestOptions,
    hidden: CallableFunction,
  ): TestNode;
  readonly assertions: ContextAssertions;
}

/** Counts a test that is done. */
export function countResult(runner: Runner, node: TestNode): void {
  const { counters } = runner;
  const { passed, skipped, todo, cancelled } = node.outcome;
  if (node.kind === 'suite') {
    counters.suites++;
    if (!passed && !todo) runner.success = false;
    return;
  }
  counters.tests++;
  if (skipped) counters.skipped++;
  else if (todo) counters.todo++;
  else if (passed) counters.passed++;
  else {
    if (cancelled) counters.cancelled++;
    else counters.failed++;
    runner.success = false;
  }
}
