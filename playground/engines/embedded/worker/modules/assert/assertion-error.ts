import { validateObject } from '../errors/validate.ts';
import { customInspect, inspect, type InspectOptions } from '../util/inspect.ts';
import { failureMessage, type DiffStyle } from './message.ts';

export interface AssertionErrorOptions {
  readonly message?: unknown;
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly operator?: string | undefined;
  /** Frames from this function upwards are left out of the stack. */
  readonly stackStartFn?: CallableFunction | undefined;
  /** An older name of the same. */
  readonly stackStartFunction?: CallableFunction | undefined;
  readonly diff?: DiffStyle | undefined;
  /** Several failures in one error. */
  readonly details?: readonly FailureDetail[] | undefined;
}

/** One of several failures. */
export interface FailureDetail {
  readonly message: string;
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string;
  readonly stack: Error;
}

/** The fields of several failures, numbered. */
function numbered(details: readonly FailureDetail[]): object {
  const fields = details.flatMap(({ message, actual, expected, operator, stack }, index) => [
    [`message ${index}`, message],
    [`actual ${index}`, actual],
    [`expected ${index}`, expected],
    [`operator ${index}`, operator],
    [`stack trace ${index}`, stack],
  ]);
  return Object.fromEntries(fields) as object;
}

const longestString = 512;
const mostLines = 10;

/** A double without its stack: two errors would differ in it. */
function withoutStack(error: Error): Error {
  const double = Object.assign(Object.create(Object.getPrototypeOf(error)), error) as Error;
  Object.defineProperty(double, 'message', { value: error.message });
  if (!Object.hasOwn(error, 'cause')) return double;
  const cause = error.cause instanceof Error ? withoutStack(error.cause) : error.cause;
  return Object.defineProperty(double, 'cause', { value: cause });
}

/** A long string as the printed error shows it. */
function shorten(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const lines = value.split('\n', mostLines + 1);
  if (lines.length > mostLines) return `${lines.slice(0, mostLines).join('\n')}\n...`;
  // Node cuts off the beginning here, not the end.
  return value.length > longestString ? `${value.slice(longestString)}...` : value;
}

/** What failed assertions throw. Its properties stand in Node's order, since they are printed. */
export class AssertionError extends Error {
  generatedMessage: boolean;
  readonly code = 'ERR_ASSERTION';
  actual: unknown;
  expected: unknown;
  operator: string | undefined;
  diff: DiffStyle;

  constructor(options: AssertionErrorOptions) {
    validateObject(options, 'options');
    const {
      message,
      operator,
      stackStartFn,
      stackStartFunction,
      diff = 'simple',
      details,
    } = options;
    const bothErrors = options.actual instanceof Error && options.expected instanceof Error;
    const doubles = bothErrors && (message === undefined || message === null);
    const actual = doubles ? withoutStack(options.actual) : options.actual;
    const expected = doubles ? withoutStack(options.expected) : options.expected;
    super(failureMessage({ actual, expected, operator, diff }, message));
    this.generatedMessage = !message;
    // The stack's first line has the code in the name; the name itself has not.
    const name = { value: 'AssertionError [ERR_ASSERTION]', writable: true, configurable: true };
    Object.defineProperty(this, 'name', { ...name, enumerable: false });
    Error.captureStackTrace(this, stackStartFn ?? stackStartFunction ?? AssertionError);
    void this.stack;
    this.name = 'AssertionError';
    this.actual = details ? undefined : actual;
    this.expected = details ? undefined : expected;
    this.operator = details ? undefined : operator;
    Object.assign(this, numbered(details ?? []));
    this.diff = diff;
  }

  override toString(): string {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [customInspect](_depth: number, options: InspectOptions): string {
    const { actual, expected } = this;
    this.actual = shorten(actual);
    this.expected = shorten(expected);
    const text = inspect(this, { ...options, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return text;
  }
}
