/**
 * `npm run test:live`: the contract suite against StackBlitz's own service. It needs a network; where
 * there is none it says so and fails, since nothing was tested.
 */
import { findBrowser } from './browser.ts';
import { freePort } from './static-server/listen.ts';
import { program } from './steps/command.ts';
import { spawn } from 'node:child_process';

const service = 'https://stackblitz.com/headless';
const answerLimitMs = 10_000;

/** @returns why the service cannot be reached; undefined where it can */
async function obstacle(): Promise<string | undefined> {
  try {
    const response = await fetch(service, { signal: AbortSignal.timeout(answerLimitMs) });
    return response.ok ? undefined : `it answered with status ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return String(cause instanceof Error ? cause.message : error);
  }
}

async function runSuite(): Promise<number> {
  const [command = '', ...first] = program('@playwright/test', 'playwright');
  const child = spawn(
    command,
    [...first, 'test', 'tests/engine/webcontainer.spec.ts', '--project=engine', '--workers=1'],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        WEBCONTAINER: 'live',
        BROWSER_PATH: await findBrowser(),
        SITE_PORT: String(await freePort()),
      },
    },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

const why = await obstacle();
if (why === undefined) process.exitCode = await runSuite();
else {
  console.log(`WebContainer's service (${service}) cannot be reached from here: ${why}.`);
  console.log('Nothing was tested. Run this where there is a network; it needs a built site, too.');
  process.exitCode = 1;
}
