import { invalidArgType, invalidArgValue } from '../errors/argument-errors.ts';
import { inspect } from '../util/inspect.ts';
import { isError, types } from '../util/types.ts';
import { AssertionError } from './assertion-error.ts';
import { isDeepEqual } from './deep-equal.ts';
import type { DiffStyle } from './message.ts';

/** Whether what was thrown is what was expected: a class, a pattern, an object, a function. */

interface Check {
  /** The caller's message. */
  readonly message: unknown;
  /** The assertion that was called. */
  readonly self: CallableFunction;
  readonly diff: DiffStyle | undefined;
}

type Fields = Record<string, unknown>;
type Class = abstract new (...args: never[]) => unknown;

function isClass(value: CallableFunction): boolean {
  return value.prototype !== undefined;
}

const isErrorClass = (value: CallableFunction): boolean =>
  Object.prototype.isPrototypeOf.call(Error, value);

function mismatch(
  actual: unknown,
  expected: unknown,
  generated: string,
  { message, self, diff }: Check,
): AssertionError {
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    actual,
    expected,
    message: message || generated,
    operator: self.name,
    stackStartFn: self,
    diff,
  });
  error.generatedMessage = !message;
  return error;
}

/** Its name heads the printed difference. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- only the name matters
class Comparison {}

/** The keys to compare, as an object whose printed difference reads well. */
function pick(from: Fields, keys: readonly string[], actual?: Fields): Comparison {
  const picked = new Comparison();
  for (const key of keys.filter((name) => name in from)) {
    const matches = actual !== undefined && matchesPattern(actual[key], from[key]);
    Object.assign(picked, { [key]: matches ? actual[key] : from[key] });
  }
  return picked;
}

function matchesPattern(actual: unknown, expected: unknown): boolean {
  return typeof actual === 'string' && types.isRegExp(expected) && expected.test(actual);
}

function checkFields(actual: Fields, expected: Fields, check: Check): void {
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0)
    throw invalidArgValue('error', expected, 'may not be an empty object');
  const { message, self, diff } = check;
  for (const key of keys) {
    const wanted = expected[key];
    if (matchesPattern(actual[key], wanted)) continue;
    if (key in actual && isDeepEqual(actual[key], wanted, 'strict')) continue;
    if (message) throw mismatch(actual, expected, '', check);
    const error = new AssertionError({
      actual: pick(actual, keys),
      expected: pick(expected, keys, actual),
      operator: 'deepStrictEqual',
      stackStartFn: self,
      diff,
    });
    throw Object.assign(error, { actual, expected, operator: self.name });
  }
}

function checkObject(actual: unknown, expected: object, check: Check): void {
  if (types.isRegExp(expected)) {
    const text = String(actual);
    if (expected.test(text)) return;
    const input = `Input:\n\n${inspect(text)}\n`;
    const generated = `The input did not match the regular expression ${inspect(expected)}. ${input}`;
    throw mismatch(actual, expected, generated, check);
  }
  if (typeof actual === 'object' && actual !== null) {
    checkFields(actual as Fields, expected as Fields, check);
    return;
  }
  const { message, self, diff } = check;
  const operator = 'deepStrictEqual';
  const error = new AssertionError({
    actual,
    expected,
    message,
    operator,
    stackStartFn: self,
    diff,
  });
  throw Object.assign(error, { operator: self.name });
}

function wrongClass(actual: unknown, expected: CallableFunction): string {
  const head = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!isError(actual)) return `${head}"${inspect(actual, { depth: -1 })}"`;
  const name = actual.constructor?.name || actual.name;
  const what =
    name === expected.name
      ? 'an error with identical name but a different prototype.'
      : `"${name}"`;
  return `${head}${what}${actual.message ? `\n\nError message:\n\n${actual.message}` : ''}`;
}

function notTrue(actual: unknown, validate: CallableFunction, result: unknown): string {
  const name = validate.name ? `"${validate.name}" ` : '';
  const caught = isError(actual) ? `\n\nCaught error:\n\n${String(actual)}` : '';
  return (
    `The ${name}validation function is expected to return "true". ` +
    `Received ${inspect(result)}${caught}`
  );
}

/** @throws {AssertionError} where it is something else, and whatever a checking function throws */
export function checkException(actual: unknown, expected: unknown, check: Check): void {
  if (typeof expected !== 'function') {
    checkObject(actual, expected as object, check);
    return;
  }
  if (isClass(expected) && actual instanceof (expected as unknown as Class)) return;
  if (isErrorClass(expected)) throw mismatch(actual, expected, wrongClass(actual, expected), check);
  const result: unknown = Reflect.apply(expected, {}, [actual]);
  if (result !== true) throw mismatch(actual, expected, notTrue(actual, expected, result), check);
}

/** For `doesNotThrow`: whether the error is of the kind that must not be thrown. */
export function isExpectedKind(actual: unknown, expected: unknown): boolean {
  if (types.isRegExp(expected)) return expected.test(String(actual));
  if (typeof expected !== 'function')
    throw invalidArgType('expected', ['Function', 'RegExp'], expected);
  if (isClass(expected) && actual instanceof (expected as unknown as Class)) return true;
  return !isErrorClass(expected) && Reflect.apply(expected, {}, [actual]) === true;
}
