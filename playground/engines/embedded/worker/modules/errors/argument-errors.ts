import { inspect } from '../util/inspect.ts';
import { nodeError, type NodeError } from './node-error.ts';
import { received } from './received.ts';

/** The errors that Node throws at wrong arguments, word for word. */

const typeNames = new Set([
  'string',
  'function',
  'number',
  'object',
  'Function',
  'Object',
  'boolean',
  'bigint',
  'symbol',
]);
const className = /^[A-Z][a-zA-Z\d]*$/;
const longestInspected = 128;

/** `a`, `a or b`, `a, b, or c` */
function list(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 3) return words.join(` ${conjunction} `);
  return `${words.slice(0, -1).join(', ')}, ${conjunction} ${words.at(-1)}`;
}

/** Neither types nor classes; one with a capital reads like a noun. */
function otherText(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length > 1) return `one of ${list(names, 'or')}`;
  return first.toLowerCase() === first ? first : `an ${first}`;
}

function expectedText(expected: readonly string[]): string {
  const types = expected.filter((name) => typeNames.has(name)).map((name) => name.toLowerCase());
  const instances = expected.filter((name) => !typeNames.has(name) && className.test(name));
  const other = expected.filter((name) => !typeNames.has(name) && !className.test(name));
  if (instances.length > 0 && types.includes('object')) {
    types.splice(types.indexOf('object'), 1);
    instances.push('Object');
  }
  const parts: string[] = [];
  if (types.length > 0)
    parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${list(types, 'or')}`);
  if (instances.length > 0) parts.push(`an instance of ${list(instances, 'or')}`);
  if (other.length > 0) parts.push(otherText(other));
  return parts.join(' or ');
}

/** `property` for names such as `options.signal`. */
function kind(name: string): string {
  return name.includes('.') ? 'property' : 'argument';
}

/** @param expected types in lower case, classes in upper case */
export function invalidArgType(
  name: string,
  expected: string | readonly string[],
  actual: unknown,
): NodeError {
  const wanted = expectedText(typeof expected === 'string' ? [expected] : expected);
  const subject = name.endsWith(' argument') ? name : `"${name}" ${kind(name)}`;
  return nodeError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `The ${subject} must be ${wanted}. Received ${received(actual)}`,
    invalidArgType,
  );
}

/** @param reason such as `must be one of: 'simple', 'full'` */
export function invalidArgValue(name: string, value: unknown, reason = 'is invalid'): NodeError {
  const text = inspect(value);
  const short = text.length > longestInspected ? `${text.slice(0, longestInspected)}...` : text;
  return nodeError(
    TypeError,
    'ERR_INVALID_ARG_VALUE',
    `The ${kind(name)} '${name}' ${reason}. Received ${short}`,
    invalidArgValue,
  );
}

/** A value that is none of those allowed. */
export function notOneOf(name: string, value: unknown, allowed: readonly unknown[]): NodeError {
  const words = allowed.map((each) => (typeof each === 'string' ? `'${each}'` : String(each)));
  return invalidArgValue(name, value, `must be one of: ${words.join(', ')}`);
}

/** Groups of three signs from the end: Node counts a point and an exponent as digits, too. */
function withSeparators(number: string): string {
  return number.replaceAll(/(?<=[^-])(?=(?:.{3})+$)/g, '_');
}

/** A number in its message: the digits of a large one stand in groups. */
function receivedNumber(value: unknown): string {
  const whole = Number.isInteger(value) || typeof value === 'bigint';
  if (!whole || Math.abs(Number(value)) <= 2 ** 32) return inspect(value);
  return `${withSeparators(String(value))}${typeof value === 'bigint' ? 'n' : ''}`;
}

/** @param range such as `>= 0 && <= 10` */
export function outOfRange(name: string, range: string, value: unknown): NodeError {
  const text = receivedNumber(value);
  return nodeError(
    RangeError,
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${text}`,
    outOfRange,
  );
}

/** @param names of the arguments that are missing */
export function missingArgs(...names: readonly string[]): NodeError {
  const quoted = names.map((name) => `"${name}"`);
  const noun = names.length > 1 ? 'arguments' : 'argument';
  const message = `The ${list(quoted, 'and')} ${noun} must be specified`;
  return nodeError(TypeError, 'ERR_MISSING_ARGS', message, missingArgs);
}
