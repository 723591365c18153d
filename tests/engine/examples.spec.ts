import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { Project } from '../../playground/engine/contract.ts';
import { test } from './harness/fixtures.ts';

/** Every example prints in the engine what it prints under Node, and so do its tests. */

const root = fileURLToPath(new URL('../..', import.meta.url));

function textsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    globSync('**/*.{ts,json,proto}', { cwd: folder }).map((path) => [
      path,
      readFileSync(`${folder}/${path}`, 'utf8'),
    ]),
  );
}

function preparedOf(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.endsWith('.ts'))
      .map(([path, text]) => [path, stripTypeScriptTypes(text)]),
  );
}

function printedByNode(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { NO_COLOR: '1' } };
    execFile(process.execPath, [...args], options, (_error, stdout) => resolve(stdout));
  });
}

const withoutDurations = (text: string): string =>
  text.replaceAll(/\([\d.]+ms\)/g, '(0ms)').replaceAll(/duration_ms [\d.]+/g, 'duration_ms 0');

for (const main of globSync('patterns/*/*/example/main.ts', { cwd: root })) {
  const folder = `${root}/${dirname(main)}`;
  const name = basename(dirname(dirname(main)));
  const files = textsOf(folder);
  const project: Project = {
    name,
    files,
    prepared: preparedOf(files),
    entry: 'main.ts',
    mode: 'script',
    env: {},
  };

  test(`${name} prints what it prints under Node`, async ({ engine }) => {
    const result = await engine.run(project);
    expect(result.stderr).toBe('');
    expect(result.stdout).toBe(await printedByNode(folder, ['main.ts']));
    expect(result.done).toEqual({ reason: 'exit', code: 0 });
    expect(result.trace.length).toBeGreaterThan(0);
  });

  for (const entry of Object.keys(files).filter((path) => path.endsWith('.test.ts'))) {
    test(`${name}: ${entry} passes, and prints what it prints under Node`, async ({ engine }) => {
      const result = await engine.run({ ...project, entry, mode: 'tests' });
      const inNode = await printedByNode(folder, ['--test', '--test-reporter=spec', entry]);
      expect(withoutDurations(result.stdout)).toBe(withoutDurations(inNode));
      expect(result.done).toEqual({ reason: 'exit', code: 0 });
    });
  }
}
