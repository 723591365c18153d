/** For tests of a run block that starts engines: patient, and without a service worker. */
import { expect as impatient, test as base } from './fixtures.ts';
import { RunBlock } from './pages/run-block.ts';

/** An engine, 43 tests or Swagger UI take seconds to start where the machine is busy. */
export const expect = impatient.configure({ timeout: 30_000 });

export const test = base.extend<{ block: RunBlock }>({
  // Requests are answered by the tests, not from a copy that a service worker keeps.
  serviceWorkers: 'block',
  block: async ({ page }, use) => {
    await use(new RunBlock(page));
  },
});

/** The escape character, as the source of a program writes it. */
export const ESC = '\\u001b';
