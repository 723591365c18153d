import nodeAssert from 'node:assert';
import { expect, test } from 'vitest';
import { createAssert } from '../../../../playground/engines/embedded/worker/modules/assert/assert-module.ts';

const { assert } = createAssert(
  () => undefined,
  (fn) => fn,
);

const lists = [[], [0], [-0], [1], [0, -0], [0, 1], [-0, 0], [1, 0]];
const pairs = lists.flatMap((left) => lists.map((right) => [left, right] as const));

test.each(pairs)('of %j the part %j is found as in Node', (left, right) => {
  const passes = (partial: unknown): boolean => {
    try {
      (partial as (...views: Float64Array[]) => void)(
        new Float64Array(left),
        new Float64Array(right),
      );
      return true;
    } catch {
      return false;
    }
  };
  expect(passes(assert['partialDeepStrictEqual'])).toBe(
    passes(Reflect.get(nodeAssert, 'partialDeepStrictEqual')),
  );
});
