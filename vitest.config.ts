import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'],
    environment: 'node',
    // Two cores: one process a test file, two at a time, is the quickest that stays isolated.
    maxWorkers: 2,
    // The first use of a linter or a compiler takes seconds on a busy machine.
    testTimeout: 30_000,
  },
});
