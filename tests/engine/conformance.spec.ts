import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { Project } from '../../playground/engine/contract.ts';
import { isProgram } from '../../src/engine-list/comparing-programs.ts';
import { EngineDriver, test as base } from './harness/fixtures.ts';

/** Each program of each area's folder prints the same under Node and in the engine. */

const root = fileURLToPath(new URL('conformance', import.meta.url));

/** One page for all programs: each runs in a frame of its own, and a page takes longer than most. */
const test = base.extend<object, { readonly desk: EngineDriver }>({
  desk: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage();
      await page.goto(`${site.origin}/?engine=embedded&variant=real`);
      await page.waitForFunction(() => 'harness' in window);
      await use(new EngineDriver(page));
      await page.close();
    },
    { scope: 'worker' },
  ],
});

/** Node finds the repository's own `package.json` above a folder that has none. */
const scope = { 'package.json': '{ "type": "module" }' };

/** Programs that run under the test runner, as `node --test` does it. */
const underTestRunner = /^test-/;

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | undefined;
}

function filesIn(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => /\.(?:[cm]?[tj]s|json)$/.test(name))
      .map((name) => [name, readFileSync(`${path}/${name}`, 'utf8')]),
  );
}

function preparedOf(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name.endsWith('.ts'))
      .map(([name, text]) => [name, stripTypeScriptTypes(text)]),
  );
}

function runUnderNode(folder: string, entry: string, mode: Project['mode']): Promise<Outcome> {
  const runner = mode === 'tests' ? ['--test', '--test-reporter=spec'] : [];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...runner, entry],
      { cwd: folder, env: { NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        resolve({ stdout, stderr, code: error ? Number(error.code) : 0 });
      },
    );
    // In the page nobody types: a program's input is at its end.
    child.stdin?.end();
  });
}

/**
 * Takes out what differs from run to run, or is a stack: folders, durations, frames, process ids.
 * A browser cannot tell which `await` is stuck, so that line goes too.
 */
function comparable(outcome: Outcome, folder: string): Outcome {
  const clean = (text: string): string =>
    text
      .replaceAll(`${folder}/`, '/app/')
      .replaceAll(/^ +at .*?( \{)?\n/gm, '$1')
      .replaceAll(/^ +\.\.\. \d+ lines matching cause stack trace \.\.\.\n/gm, '')
      .replaceAll(/^node:internal\/.*\n.*\n +\^\n/gm, 'Uncaught:\n')
      .replaceAll(/\([\d.]+ms\)/g, '(0ms)')
      .replaceAll(/duration_ms [\d.]+/g, 'duration_ms 0')
      .replaceAll(/\(node:\d+\)/g, '(node:1)')
      .replaceAll(/(top-level await at file:\S+?):\d+\n.*\n *\^\n+/g, '$1\n');
  return { ...outcome, stdout: clean(outcome.stdout), stderr: clean(outcome.stderr) };
}

for (const area of readdirSync(root)) {
  const folder = `${root}/${area}`;
  const files = filesIn(folder);
  const prepared = preparedOf(files);
  const programs = Object.keys(files).filter(isProgram);

  for (const entry of programs) {
    test(`${area}/${entry} does under the engine what it does under Node`, async ({ desk }) => {
      const mode = underTestRunner.test(entry) ? 'tests' : 'script';
      const project = { ...scope, ...files };
      const result = await desk.run({
        name: entry,
        files: project,
        prepared,
        entry,
        mode,
        env: {},
      });
      const { stdout, stderr, done } = result;
      const inNode = comparable(await runUnderNode(folder, entry, mode), folder);
      expect(comparable({ stdout, stderr, code: done.code }, folder)).toEqual(inNode);
    });
  }
}
