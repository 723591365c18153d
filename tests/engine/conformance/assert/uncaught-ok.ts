import assert from 'node:assert';
const total = [1, 2, 3].reduce((sum, each) => sum + each, 0);
assert.ok(total === 7);
