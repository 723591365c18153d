import { validateObject } from '../errors/validate.ts';
import { checkException } from '../assert/expected-exception.ts';
import { types } from '../util/types.ts';
import type { TestOptions } from './declaration.ts';
import { isTestFailure, testFailure } from './failure.ts';
import type { Directive } from './report-event.ts';

/** A failure that is wanted; with `match`, only one that fits. */
export interface ExpectedFailure {
  readonly label?: string;
  readonly match?: unknown;
}

function readExpectedFailure(value: unknown): ExpectedFailure | undefined {
  if (value === undefined || value === false) return undefined;
  if (typeof value === 'string') return { label: value };
  if (typeof value === 'function' || types.isRegExp(value)) return { match: value };
  if (typeof value !== 'object') return {};
  validateObject(value, 'options.expectFailure');
  const known = Object.keys(value).every((key) => key === 'match' || key === 'label');
  return known ? (value as ExpectedFailure) : { match: value };
}

/** What became of a test. The first failure counts. */
export class TestOutcome {
  passed = false;
  cancelled = false;
  skipped: boolean;
  todo: boolean;
  error: unknown = undefined;
  readonly #expected: ExpectedFailure | undefined;
  #reason: string | undefined;

  /** @param parent whose marks are inherited */
  constructor({ skip, todo, expectFailure }: TestOptions, parent: TestOutcome | undefined) {
    this.skipped = skip !== undefined && skip !== false;
    this.todo = (todo !== undefined && todo !== false) || (parent?.todo ?? false);
    this.#expected =
      readExpectedFailure(expectFailure) ?? (parent === undefined ? undefined : parent.#expected);
    this.#reason = [skip, todo].find((mark) => typeof mark === 'string');
  }

  skip(reason: string | undefined): void {
    this.skipped = true;
    this.#reason = reason;
  }

  markTodo(reason: string | undefined): void {
    this.todo = true;
    this.#reason = reason;
  }

  fail(error: unknown): void {
    if (this.error !== undefined) return;
    this.error = error;
    this.passed = this.#expected !== undefined;
    if (this.#expected?.match === undefined) return;
    try {
      const thrown = isTestFailure(error) ? error.cause : error;
      const self = function throws(): void {};
      checkException(thrown, this.#expected.match, { message: undefined, self, diff: undefined });
    } catch (mismatch) {
      const message = 'The test failed, but the error did not match the expected validation';
      this.error = Object.assign(testFailure(message, 'testCodeFailure'), { cause: mismatch });
      this.passed = false;
    }
  }

  pass(): void {
    if (this.error !== undefined) return;
    if (this.#expected !== undefined && !this.skipped)
      this.error = testFailure('test was expected to fail but passed', 'expectedFailure');
    else this.passed = true;
  }

  directive(): Directive | undefined {
    const text = this.#reason === undefined ? {} : { text: this.#reason };
    if (this.skipped) return { kind: 'skip', ...text };
    if (this.todo) return { kind: 'todo', ...text };
    return this.#expected === undefined ? undefined : { kind: 'expectFailure' };
  }
}
