import { resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './scripts/browser.ts';

/** `npm test` picks a free port and a browser; run by hand, this file does both by itself. */
const port = Number(process.env['SITE_PORT'] ?? 4399);
const siteFolder = resolve(process.env['SITE_DIR'] ?? 'dist');
const executablePath = process.env['BROWSER_PATH'] ?? (await findBrowser());
process.env['BROWSER_PATH'] = executablePath;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 90_000,
  // An engine starts in less than a second, and in several where the machine has much else to do.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    // What cannot be done in half a minute fails there, and does not hold up the others.
    actionTimeout: 30_000,
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath, args: [...BROWSER_ARGUMENTS] },
  },
  webServer: {
    command: `"${process.execPath}" scripts/serve.ts --dir "${siteFolder}" --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
  projects: [
    { name: 'site', testMatch: '{e2e,a11y,security,perf}/**/*.spec.ts' },
    { name: 'engine', testMatch: 'engine/**/*.spec.ts' },
  ],
});
