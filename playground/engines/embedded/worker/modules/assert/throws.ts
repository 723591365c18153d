import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { received } from '../errors/received.ts';
import { validateFunction } from '../errors/validate.ts';
import { types } from '../util/types.ts';
import { AssertionError } from './assertion-error.ts';
import { checkException, isExpectedKind } from './expected-exception.ts';
import { optionsOf, type Assertion, type AsyncAssertion } from './options.ts';

/** `throws`, `rejects` and their opposites. */

type Outcome = { readonly threw: false } | { readonly threw: true; readonly error: unknown };

function outcomeOf(run: unknown): Outcome {
  validateFunction(run, 'fn');
  try {
    run();
  } catch (error) {
    return { threw: true, error };
  }
  return { threw: false };
}

function isPromiseLike(value: unknown): value is Promise<unknown> {
  if (types.isPromise(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  return 'then' in value && 'catch' in value && typeof value.catch === 'function';
}

function promiseOf(source: unknown): Promise<unknown> {
  if (typeof source !== 'function') {
    if (isPromiseLike(source)) return source;
    throw invalidArgType('promiseFn', ['Function', 'Promise'], source);
  }
  const result: unknown = source();
  if (isPromiseLike(result)) return result;
  const message =
    'Expected instance of Promise to be returned from the "promiseFn" function ' +
    `but got ${received(result)}.`;
  throw nodeError(TypeError, 'ERR_INVALID_RETURN_VALUE', message, promiseOf);
}

async function settled(source: unknown): Promise<Outcome> {
  const promise = promiseOf(source);
  try {
    await promise;
  } catch (error) {
    return { threw: true, error };
  }
  return { threw: false };
}

function ambiguous(message: string): Error {
  const text = `The "error/message" argument is ambiguous. ${message}`;
  return nodeError(TypeError, 'ERR_AMBIGUOUS_ARGUMENT', text, ambiguous);
}

/** A lone string is the message; whoever meant it as the error's is told. */
function refuseAmbiguous(outcome: Outcome, text: string): void {
  if (!outcome.threw) return;
  const { error } = outcome;
  if (typeof error === 'object' && error !== null) {
    if (Reflect.get(error, 'message') === text)
      throw ambiguous(`The error message "${text}" is identical to the message.`);
  } else if (error === text) throw ambiguous(`The error "${text}" is identical to the message.`);
}

const isAcceptable = (value: unknown): boolean =>
  typeof value === 'object' || typeof value === 'function';

function expectError(self: CallableFunction, receiver: unknown, outcome: Outcome, rest: unknown[]) {
  let [expected, message] = rest;
  const accepted = ['Object', 'Error', 'Function', 'RegExp'];
  if (typeof expected === 'string') {
    if (rest.length > 1) throw invalidArgType('error', accepted, expected);
    refuseAmbiguous(outcome, expected);
    [expected, message] = [undefined, expected];
  } else if (expected !== undefined && !isAcceptable(expected))
    throw invalidArgType('error', accepted, expected);
  const { diff } = optionsOf(receiver);
  if (outcome.threw) {
    if (expected) checkException(outcome.error, expected, { message, self, diff });
    return;
  }
  const name = (expected as { name?: unknown } | undefined)?.name;
  const kind = self.name === 'rejects' ? 'rejection' : 'exception';
  const details = `${name ? ` (${String(name)})` : ''}${message ? `: ${String(message)}` : '.'}`;
  throw new AssertionError({
    actual: undefined,
    expected,
    operator: self.name,
    message: `Missing expected ${kind}${details}`,
    stackStartFn: self,
    diff,
  });
}

function expectNoError(
  self: CallableFunction,
  receiver: unknown,
  outcome: Outcome,
  rest: unknown[],
): void {
  if (!outcome.threw) return;
  const { error } = outcome;
  const [first, second] = rest;
  const [expected, message] = typeof first === 'string' ? [undefined, first] : [first, second];
  if (expected && !isExpectedKind(error, expected)) throw error;
  const kind = self.name === 'doesNotReject' ? 'rejection' : 'exception';
  const actualMessage = (error as { message?: unknown } | undefined)?.message;
  throw new AssertionError({
    actual: error,
    expected,
    operator: self.name,
    message:
      `Got unwanted ${kind}${message ? `: ${String(message)}` : '.'}\n` +
      `Actual message: "${String(actualMessage)}"`,
    stackStartFn: self,
    diff: optionsOf(receiver).diff,
  });
}

const throws: Assertion = function throws(run, ...rest) {
  expectError(throws, this, outcomeOf(run), rest);
};
const rejects: AsyncAssertion = async function rejects(source, ...rest) {
  expectError(rejects, this, await settled(source), rest);
};
const doesNotThrow: Assertion = function doesNotThrow(run, ...rest) {
  expectNoError(doesNotThrow, this, outcomeOf(run), rest);
};
const doesNotReject: AsyncAssertion = async function doesNotReject(source, ...rest) {
  expectNoError(doesNotReject, this, await settled(source), rest);
};

export const exceptionAssertions = { throws, rejects, doesNotThrow, doesNotReject };
