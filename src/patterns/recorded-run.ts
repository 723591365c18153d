import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TraceEvent } from '../../playground/lab/trace.ts';
import { ContentError } from '../catalogue/load/problem.ts';
import type { ExamplePack } from './example-pack.ts';

/** What a default run of an example printed and traced, under the Node that builds the site. */
export interface RecordedRun {
  readonly stdout: string;
  readonly events: readonly TraceEvent[];
  /** Such as `24.21.0`. */
  readonly nodeVersion: string;
}

const cacheFolder = '.cache/recorded-runs';
const labFolder = 'playground/lab';
const hookFile = 'src/patterns/trace-hook.ts';
const timeLimitMs = 60_000;

/**
 * Runs an example with no knob set, or takes the run from the cache where nothing that it is made
 * of has changed: its files, the lab, the hook, Node.
 * @param root root of the repository
 * @throws {ContentError} where the example fails: a page never shows a run that did not end well
 */
export async function recordRun(
  pack: ExamplePack,
  root: string = process.cwd(),
): Promise<RecordedRun> {
  const key = await hashInputs(pack, root);
  const cached = path.join(root, cacheFolder, `${key}.json`);
  try {
    return JSON.parse(await readFile(cached, 'utf8')) as RecordedRun;
  } catch {
    const run = await runExample(pack, root);
    await writeWhole(cached, JSON.stringify(run));
    return run;
  }
}

async function hashInputs(pack: ExamplePack, root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const lab = (await readdir(path.join(root, labFolder))).filter((name) => name.endsWith('.ts'));
  for (const file of [hookFile, ...lab.toSorted().map((name) => `${labFolder}/${name}`)]) {
    hash.update(file).update(await readFile(path.join(root, file)));
  }
  return hash
    .update(JSON.stringify([pack.example, pack.files]))
    .digest('hex')
    .slice(0, 32);
}

async function runExample(pack: ExamplePack, root: string): Promise<RecordedRun> {
  const traceFile = path.join(root, cacheFolder, `${randomUUID()}.trace`);
  await mkdir(path.dirname(traceFile), { recursive: true });
  const hook = pathToFileURL(path.join(root, hookFile)).href;
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', hook, pack.example.entry],
      {
        cwd: path.join(root, pack.folder),
        env: { TRACE_FILE: traceFile, NO_COLOR: '1' },
        timeout: timeLimitMs,
        maxBuffer: 16 << 20,
      },
    );
    const events = JSON.parse(await readFile(traceFile, 'utf8')) as TraceEvent[];
    return { stdout, events, nodeVersion: process.versions.node };
  } catch (cause) {
    throw failedRun(pack, cause);
  } finally {
    await rm(traceFile, { force: true });
  }
}

function failedRun(pack: ExamplePack, cause: unknown): ContentError {
  const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
  const error = new ContentError([
    {
      file: `${pack.folder}/${pack.example.entry}`,
      line: 1,
      what: `does not run to its end: ${stderr || String(cause)}`,
      whatToDo: `Run "node ${pack.example.entry}" in its folder and mend what it says.`,
    },
  ]);
  error.cause = cause;
  return error;
}

/** Two builds at once must not read half a file. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, file);
}
