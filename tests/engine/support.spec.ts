import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { nodeVersion } from '../../playground/engines/embedded/node-version.ts';
import { packageEntries } from '../../playground/engines/embedded/packages/table.ts';
import { refusedNames } from '../../playground/engines/embedded/refused.ts';
import { supportList, type SupportList } from '../../playground/engines/embedded/support-list.ts';
import { moduleNames } from '../../playground/engines/embedded/worker/modules/table.ts';
import { test, type EngineDriver } from './harness/fixtures.ts';
import { compareExports, extraExports, type Exports } from './support/compare.ts';
import { callProgram, listProgram, searchProgram, type Call } from './support/programs.ts';

/** The public list of what the engine supports is what engine and Node say of themselves. */

const listFile = fileURLToPath(
  new URL('../../playground/engines/embedded/support.json', import.meta.url),
);
const entry = 'main.mjs';

/** Every module of the engine's own tables that a program can import, without `node:`. */
const modules = [
  ...moduleNames,
  ...Object.keys(packageEntries)
    .filter((name) => name.startsWith('node:') && !name.startsWith('node:internal/'))
    .map((name) => name.slice('node:'.length)),
].toSorted();

/** What looks at its arguments first needs some. */
const argumentsOf: Readonly<Record<string, string>> = { 'process.dlopen': "{}, 'addon.node'" };

const calls: readonly Call[] = Object.entries(refusedNames).flatMap(([module, paths]) =>
  paths.map((path) => ({ module, path, args: argumentsOf[`${module}.${path}`] ?? '' })),
);

async function runInEngine(engine: EngineDriver, text: string): Promise<unknown> {
  const { stdout, stderr, done } = await engine.run({
    name: entry,
    files: { [entry]: text },
    entry,
    mode: 'script',
    env: {},
  });
  expect(done, `${JSON.stringify(done)}\n${stderr}`).toMatchObject({ reason: 'exit', code: 0 });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}

async function runInNode(text: string): Promise<unknown> {
  const file = join(await mkdtemp(join(tmpdir(), 'support-')), entry);
  await writeFile(file, text);
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env: {} });
  return JSON.parse(stdout);
}

async function writeList(list: SupportList): Promise<void> {
  const options = await resolveConfig(listFile);
  await writeFile(listFile, await format(JSON.stringify(list), { ...options, filepath: listFile }));
}

test('the public list names what engine and Node export', async ({ engine }) => {
  expect(process.version, 'The list is made with the Node that the engine follows.').toBe(
    nodeVersion,
  );
  const program = listProgram(modules);
  const inNode = (await runInNode(program)) as Exports;
  const inEngine = (await runInEngine(engine, program)) as Exports;
  const list: SupportList = {
    node: nodeVersion,
    modules: compareExports(inNode, inEngine, refusedNames),
    lacking: builtinModules
      .map((name) => name.replace(/^node:/, ''))
      .filter((name) => !name.startsWith('_') && !modules.includes(name))
      .toSorted(),
  };
  expect(extraExports(inNode, inEngine), 'names that Node has not').toEqual([]);
  if (process.env['UPDATE_SUPPORT'] === '1') return writeList(list);
  expect(list, 'support.json is old: run this spec with UPDATE_SUPPORT=1').toEqual(supportList);
});

test('what the list says is refused names itself and offers WebContainer', async ({ engine }) => {
  const messages = (await runInEngine(engine, callProgram(modules, calls))) as string[];
  const told = calls.map(({ module, path }, index) => [`${module}.${path}`, messages[index]]);
  for (const [name = '', message = ''] of told) {
    expect.soft(message, name).toContain(name.slice(name.lastIndexOf('.') + 1));
    expect.soft(message, name).toContain('WebContainer');
  }
  expect(messages).toHaveLength(calls.length);
});

test('nothing refuses that the list does not say', async ({ engine }) => {
  // These end the program, run it again, print, or start tests.
  const left = ['process.exit', 'process.reallyExit', 'module.runMain', 'console', 'test'];
  const refusing = (await runInEngine(engine, searchProgram(modules, left))) as string[];
  const known = calls.map(({ module, path }) => `${module}.${path}`);
  expect(refusing.filter((name) => !known.includes(name))).toEqual([]);
  expect(refusing).toContain('zlib.brotliCompress');
});
