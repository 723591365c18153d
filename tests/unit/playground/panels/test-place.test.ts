import { expect, test } from 'vitest';
import { placeOf } from '../../../../playground/panels/tests/test-place.ts';

const files = ['breaker.ts', 'breaker.test.ts'];
const declaredAt = 'breaker.test.ts:6:3';

test.each([
  [
    'a frame in the middle of a stack',
    '    at x (file:///app/breaker.test.ts:7:12)\n    at y (node:a:1:1)',
  ],
  [
    'the last frame before the fields of the error',
    '    at x (file:///app/breaker.test.ts:7:12) {',
  ],
  ['a frame without a function', '    at file:///app/breaker.test.ts:7:12'],
])('finds %s', (_, stack) => {
  expect(placeOf({ stack, declaredAt }, files)).toEqual({
    file: 'breaker.test.ts',
    line: 7,
    column: 12,
  });
});

test('is where the test is written when no frame is of the example', () => {
  const stack = '    at y (node:internal/x:1:1) {';
  expect(placeOf({ stack, declaredAt }, files)).toMatchObject({ line: 6 });
});
