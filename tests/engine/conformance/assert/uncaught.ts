import assert from 'node:assert';
console.log('before');
assert.deepStrictEqual(
  { user: { name: 'Ada', roles: ['admin'] } },
  { user: { name: 'Ada', roles: ['guest'] } },
);
