'use strict';
const { test, describe, it } = require('node:test');
const assert = require('assert');
test('adds', () => assert.strictEqual(1 + 1, 2));
describe('a suite', () => {
  it('runs', async () => {
    await null;
  });
});
