import { missingArgs } from '../errors/argument-errors.ts';
import { AssertionError } from './assertion-error.ts';
import { isDeepEqual } from './deep-equal.ts';
import { sameByCoercion } from './loose-equal.ts';
import { optionsOf, type Assertion, type AssertOptions } from './options.ts';

/** The assertions that hold one value against another. */

type Test = (actual: unknown, expected: unknown, options: AssertOptions) => boolean;

const strictly: Test = (actual, expected, { skipPrototype }) =>
  isDeepEqual(actual, expected, skipPrototype ? 'strict-shape' : 'strict');
const loosely: Test = (actual, expected) => isDeepEqual(actual, expected, 'loose');
const not =
  (test: Test): Test =>
  (actual, expected, options) =>
    !test(actual, expected, options);

/** Name → the operator that the error names, and what must hold. */
const table: Readonly<Record<string, readonly [operator: string, holds: Test]>> = {
  equal: ['==', sameByCoercion],
  notEqual: ['!=', not(sameByCoercion)],
  deepEqual: ['deepEqual', loosely],
  notDeepEqual: ['notDeepEqual', not(loosely)],
  deepStrictEqual: ['deepStrictEqual', strictly],
  notDeepStrictEqual: ['notDeepStrictEqual', not(strictly)],
  strictEqual: ['strictEqual', Object.is],
  notStrictEqual: ['notStrictEqual', not(Object.is)],
  partialDeepStrictEqual: [
    'partialDeepStrictEqual',
    (actual, expected) => isDeepEqual(actual, expected, 'partial'),
  ],
};

function assertion(name: string, operator: string, holds: Test): Assertion {
  const self: Assertion = function (...args) {
    if (args.length < 2) throw missingArgs('actual', 'expected');
    const [actual, expected, message] = args;
    const options = optionsOf(this);
    if (holds(actual, expected, options)) return;
    if (message instanceof Error) throw message;
    const { diff } = options;
    throw new AssertionError({ actual, expected, message, operator, diff, stackStartFn: self });
  };
  return Object.defineProperty(self, 'name', { value: name });
}

export const comparisons: Readonly<Record<string, Assertion>> = Object.fromEntries(
  Object.entries(table).map(([name, [operator, holds]]) => [
    name,
    assertion(name, operator, holds),
  ]),
);
