import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ExampleFile } from '../../../../playground/session/example-file.ts';
import { projectZip } from '../../../../playground/session/project-zip.ts';
import { curatedVersions } from '../../../../scripts/build/curated-versions.ts';
import { readExamplePack } from '../../../../src/patterns/example-pack.ts';

const capability = 'resilience-and-fault-tolerance/circuit-breaker';
const run = promisify(execFile);
const root = process.cwd();

const pack = await readExamplePack(capability);
const { entry, tests = '' } = pack.example;
const { files, prepared } = pack;
const example: ExampleFile = { name: capability, entry, tests, files, prepared };
const lab = await readLab();

async function readLab(): Promise<Record<string, string>> {
  const folder = path.join(root, 'playground/lab');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

function textsOf(bytes: Uint8Array): Record<string, string> {
  const entries = Object.entries(unzipSync(bytes));
  return Object.fromEntries(entries.map(([name, content]) => [name, strFromU8(content)]));
}

async function unzip(bytes: Uint8Array, folder: string): Promise<void> {
  for (const [name, text] of Object.entries(textsOf(bytes))) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

it('unzipped, prints what the example prints in the repository, and passes its tests', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'project-zip-'));
  try {
    await unzip(projectZip(example, { lab, versions: {} }), folder);
    const unzipped = path.join(folder, 'circuit-breaker');
    const here = await run(process.execPath, [entry], { cwd: path.join(root, pack.folder) });
    const there = await run(process.execPath, [entry], { cwd: unzipped });
    expect(there.stdout).toBe(here.stdout);
    await run(process.execPath, ['--test'], { cwd: unzipped });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

it('runs with the packages that it names', async () => {
  const versions = await curatedVersions();
  const main = `import { z } from 'zod';\nimport { sign } from 'hono/jwt';\nconsole.log(z.int().parse(7), typeof sign);`;
  const edited: ExampleFile = { ...example, files: { 'main.ts': main }, prepared: {} };
  const folder = await mkdtemp(path.join(tmpdir(), 'project-zip-'));
  try {
    await unzip(projectZip(edited, { lab, versions }), folder);
    const unzipped = path.join(folder, 'circuit-breaker');
    const { dependencies } = JSON.parse(
      await readFile(path.join(unzipped, 'package.json'), 'utf8'),
    ) as { dependencies: Record<string, string> };
    expect(dependencies).toEqual({ hono: versions['hono'], zod: versions['zod'] });
    await symlink(path.join(root, 'node_modules'), path.join(unzipped, 'node_modules'));
    const { stdout } = await run(process.execPath, ['main.ts'], { cwd: unzipped });
    expect(stdout).toBe('7 function\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

it('is the same bytes for the same input', () => {
  const parts = { lab, versions: {} };
  expect(projectZip(example, parts)).toEqual(projectZip(example, parts));
});

it('lists the packages that the files import, with their versions, and no others', () => {
  const text = `import { Hono } from 'hono';\nimport { cors } from "hono/cors";\nimport 'zodiac';`;
  const versions = { zod: '4.6.7', hono: '4.13.19' };
  const edited = { ...example, files: { 'main.ts': text } };
  const texts = textsOf(projectZip(edited, { lab: {}, versions }));
  expect(JSON.parse(texts['circuit-breaker/package.json'] ?? '')).toMatchObject({
    dependencies: { hono: '4.13.19' },
    imports: { '#lab': './lab/index.ts' },
  });
  expect(texts['circuit-breaker/package.json']).not.toContain('zod');
  expect(texts['circuit-breaker/README.md']).toContain('npm install\nnode main.ts\nnode --test');
});
