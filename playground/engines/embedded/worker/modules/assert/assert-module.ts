import { nodeError } from '../errors/node-error.ts';
import { validateOneOf } from '../errors/validate.ts';
import { AssertionError } from './assertion-error.ts';
import { CallTracker } from './call-tracker.ts';
import { comparisons } from './comparisons.ts';
import { optionsKey, type Assertion, type AssertOptions } from './options.ts';
import { simpleAssertions } from './simple-assertions.ts';
import { exceptionAssertions } from './throws.ts';

/** The text of a call that `assert(value)` was, such as `assert(a > b)`. */
export type DescribeCall = (error: Error) => string | undefined;

export type AssertFunction = Assertion & Record<string, unknown>;

/** A namespace of `node:assert`, and the strict one. */
export interface AssertModules {
  readonly assert: AssertFunction;
  readonly strict: AssertFunction;
}

const strictNames: Readonly<Record<string, string>> = {
  equal: 'strictEqual',
  deepEqual: 'deepStrictEqual',
  notEqual: 'notStrictEqual',
  notDeepEqual: 'notDeepStrictEqual',
};

/** The methods that are strict where their names are not. */
const strictMethods = Object.fromEntries(
  Object.entries(strictNames).map(([name, strict]) => [name, comparisons[strict]]),
);

const methods = { ...simpleAssertions, ...comparisons, ...exceptionAssertions };

function falsyMessage(call: string | undefined): string {
  return call === undefined
    ? 'The expression evaluated to a falsy value'
    : `The expression evaluated to a falsy value:\n\n  ${call}\n`;
}

function createOk(name: string, describe: DescribeCall): Assertion {
  const ok: Assertion = function (...args) {
    const [value, message] = args;
    if (value) return;
    if (message instanceof Error) throw message;
    const generated = message === undefined || message === null;
    const place = new Error();
    Error.captureStackTrace(place, ok);
    const text =
      args.length === 0
        ? 'No value argument passed to `assert.ok()`'
        : falsyMessage(describe(place));
    const error = new AssertionError({
      actual: value,
      expected: true,
      message: generated ? text : message,
      operator: '==',
      stackStartFn: ok,
    });
    error.generatedMessage = generated;
    throw error;
  };
  return Object.defineProperty(ok, 'name', { value: name });
}

/** `new Assert({ diff: 'full' })`: the assertions with options of their own. */
function createAssertClass(describe: DescribeCall): CallableFunction {
  function Assert(this: Record<PropertyKey, unknown>, options: AssertOptions = {}): void {
    if (new.target === undefined) {
      const message = 'Class constructor Assert cannot be invoked without `new`';
      throw nodeError(TypeError, 'ERR_CONSTRUCT_CALL_REQUIRED', message, Assert);
    }
    if (options.diff !== undefined) validateOneOf(options.diff, 'options.diff', ['simple', 'full']);
    this['AssertionError'] = AssertionError;
    const value = { strict: true, skipPrototype: false, ...options };
    Object.defineProperty(this, optionsKey, { value });
    if (value.strict) Object.assign(this, strictMethods);
  }
  Object.assign(Assert.prototype, methods, { ok: createOk('ok', describe) });
  return Assert;
}

/** Wraps a function so that its first call warns. */
export type Deprecate = (fn: CallableFunction, message: string, code: string) => CallableFunction;

/**
 * @param describe finds the text of a call by an error made in it
 * @param deprecate marks what Node tells programs to replace
 */
export function createAssert(describe: DescribeCall, deprecate: Deprecate): AssertModules {
  const Assert = createAssertClass(describe);
  const assert = createOk('ok', describe) as AssertFunction;
  const tracker = deprecate(
    CallTracker as unknown as CallableFunction,
    'assert.CallTracker is deprecated.',
    'DEP0173',
  );
  const classes = { AssertionError, CallTracker: tracker, Assert };
  Object.assign(assert, methods, classes, { ok: assert });
  const strict = createOk('strict', describe) as AssertFunction;
  Object.assign(strict, assert, strictMethods, { strict });
  Object.assign(assert, { strict });
  return { assert, strict };
}
