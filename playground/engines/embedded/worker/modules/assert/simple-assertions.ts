import { invalidArgType } from '../errors/argument-errors.ts';
import { inspect } from '../util/inspect.ts';
import { types } from '../util/types.ts';
import { AssertionError } from './assertion-error.ts';
import { optionsOf, type Assertion } from './options.ts';

/** `fail`, `ifError`, `match` and `doesNotMatch`. */

let warned = false;

/** Once: what several arguments say, `strictEqual` says better. */
function warnOfArguments(): void {
  if (warned) return;
  warned = true;
  const message =
    'assert.fail() with more than one argument is deprecated. ' +
    'Please use assert.strictEqual() instead or only pass a message.';
  process.emitWarning(message, 'DeprecationWarning', 'DEP0094');
}

const fail: Assertion = function fail(...args) {
  const [first, expected, third, operator, start] = args;
  const several = args.length > 1;
  if (several) warnOfArguments();
  const message = several ? third : (first ?? 'Failed');
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    actual: several || first === null ? first : undefined,
    expected: several ? expected : undefined,
    operator: typeof operator === 'string' ? operator : args.length === 2 ? '!=' : 'fail',
    message,
    stackStartFn: typeof start === 'function' ? start : fail,
    diff: optionsOf(this).diff,
  });
  if (!several && (first === undefined || first === null)) error.generatedMessage = true;
  throw error;
};

function unwantedMessage(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return inspect(error);
  const { message } = error;
  if (typeof message !== 'string') return inspect(error);
  return message === '' ? error.constructor.name : message;
}

/** Frames of the assertion that the error's own stack does not have, then the error's frames. */
function joinStacks(stack: string, original: string): string {
  const begin = original.indexOf('\n    at');
  if (begin < 0) return stack;
  const frames = original.slice(begin + 1).split('\n');
  const own = stack.split('\n');
  const shared = frames.map((frame) => own.indexOf(frame)).find((position) => position >= 0);
  return [...own.slice(0, shared), ...frames].join('\n');
}

const ifError: Assertion = function ifError(value) {
  if (value === null || value === undefined) return;
  const error = new AssertionError({
    actual: value,
    expected: null,
    operator: 'ifError',
    message: `ifError got unwanted exception: ${unwantedMessage(value)}`,
    stackStartFn: ifError,
    diff: optionsOf(this).diff,
  });
  const original: unknown = Reflect.get(Object(value), 'stack');
  if (typeof original === 'string') error.stack = joinStacks(error.stack ?? '', original);
  throw error;
};

function checkMatch(self: Assertion, receiver: unknown, args: unknown[], wanted: boolean): void {
  const [text, pattern, message] = args;
  if (!types.isRegExp(pattern)) throw invalidArgType('regexp', 'RegExp', pattern);
  if (typeof text === 'string' && (pattern.exec(text) !== null) === wanted) return;
  if (message instanceof Error) throw message;
  const verdict = wanted ? 'did not match' : 'was expected to not match';
  const generated =
    typeof text === 'string'
      ? `The input ${verdict} the regular expression ${inspect(pattern)}. ` +
        `Input:\n\n${inspect(text)}\n`
      : `The "string" argument must be of type string. ` +
        `Received type ${typeof text} (${inspect(text)})`;
  const error = new AssertionError({
    actual: text,
    expected: pattern,
    message: message || generated,
    operator: self.name,
    stackStartFn: self,
    diff: optionsOf(receiver).diff,
  });
  error.generatedMessage = !message;
  throw error;
}

const match: Assertion = function match(...args) {
  checkMatch(match, this, args, true);
};
const doesNotMatch: Assertion = function doesNotMatch(...args) {
  checkMatch(doesNotMatch, this, args, false);
};

export const simpleAssertions = { fail, ifError, match, doesNotMatch };
