import { expect, test } from 'vitest';
import { isNewEnough } from '../../../../scripts/bootstrap/current-node.mjs';

test.each([
  ['v18.20.0', false],
  ['v20.20.2', false],
  ['v22.21.0', false],
  ['v23.11.1', false],
  ['v24.0.0', true],
  ['v24.21.0', true],
  ['v26.1.0', true],
])('%s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});
