import { defineConfig } from 'vitest/config';

/** The tests that hold solver and rules: quick ones first, since one red test ends a mutant. */
const names = [
  'rule-cases',
  'solver',
  'rules',
  'scenarios',
  'flips',
  'lists',
  'compatibility',
  'compatibility-design',
];

export default defineConfig({
  test: {
    include: names.map((name) => `tests/unit/wizard/${name}.test.ts`),
    environment: 'node',
    testTimeout: 60_000,
  },
});
