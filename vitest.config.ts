import { defineConfig } from 'vitest/config';

const wizard = 'tests/unit/wizard/**/*.test.ts';

export default defineConfig({
  test: {
    environment: 'node',
    // Two cores: two processes at a time.
    maxWorkers: 2,
    // The first use of a linter or a compiler takes seconds on a busy machine.
    testTimeout: process.env['LONG_RUN'] === undefined ? 30_000 : 3_600_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'site',
          // One process a test file is the quickest that stays isolated.
          include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'],
          exclude: [wizard],
        },
      },
      {
        extends: true,
        test: {
          name: 'wizard',
          include: [wizard],
          // The wizard is pure functions over data, so its test files may share modules: to load and
          // compile them for each file again took longer than the tests.
          isolate: false,
        },
      },
    ],
  },
});
