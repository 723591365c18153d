import { nodeError } from '../errors/node-error.ts';
import { inspect } from '../util/inspect.ts';

/** Why a test failed, in Node's words. */
export type FailureType =
  | 'testCodeFailure'
  | 'testTimeoutFailure'
  | 'testAborted'
  | 'hookFailed'
  | 'subtestsFailed'
  | 'cancelledByParent'
  | 'parentAlreadyFinished'
  | 'callbackAndPromisePresent'
  | 'multipleCallbackInvocations'
  | 'expectedFailure'
  | 'uncaughtException'
  | 'unhandledRejection';

/** The runner's own error around what a test threw. */
export interface TestFailure extends Error {
  readonly code: string;
  failureType: FailureType;
  cause: unknown;
}

const own = new WeakSet();

function messageOf(cause: unknown): string {
  const message: unknown = (cause as { message?: unknown } | null | undefined)?.message ?? cause;
  return typeof message === 'string' ? message : inspect(message);
}

/** @param cause what was thrown, or a text that says what happened */
export function testFailure(cause: unknown, failureType: FailureType): TestFailure {
  const error = nodeError(Error, 'ERR_TEST_FAILURE', messageOf(cause), testFailure);
  own.add(error);
  return Object.assign(error, { failureType, cause });
}

export function isTestFailure(value: unknown): value is TestFailure {
  return typeof value === 'object' && value !== null && own.has(value);
}

/** What a test fails with when `error` was thrown in it. */
export function asFailure(error: unknown): TestFailure {
  return isTestFailure(error) ? error : testFailure(error, 'testCodeFailure');
}
