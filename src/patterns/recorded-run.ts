import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TraceEvent } from '../../playground/lab/trace.ts';
import { ContentError } from '../catalogue/load/problem.ts';
import { cached, hashOf } from './build-cache.ts';
import type { ExamplePack } from './example-pack.ts';

/** What a default run of an example printed and traced, under the Node that builds the site. */
export interface RecordedRun {
  readonly stdout: string;
  readonly events: readonly TraceEvent[];
  /** Such as `24.21.0`. */
  readonly nodeVersion: string;
}

const labFolder = 'playground/lab';
const hookFile = 'src/patterns/trace-hook.ts';
// An example with a database is seven seconds of work, and a build starts several at once.
const timeLimitMs = 180_000;

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
  const lab = (await readdir(path.join(root, labFolder))).filter((name) => name.endsWith('.ts'));
  const shared = [hookFile, ...lab.toSorted().map((name) => `${labFolder}/${name}`)];
  const texts = await Promise.all(shared.map((file) => readFile(path.join(root, file), 'utf8')));
  const own = JSON.stringify([pack.example.entry, pack.files]);
  const key = hashOf(process.version, own, ...shared, ...texts);
  return cached('recorded-runs', key, () => runExample(pack, root), root);
}

async function runExample(pack: ExamplePack, root: string): Promise<RecordedRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recorded-run-'));
  const traceFile = path.join(folder, 'trace.json');
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
    await rm(folder, { recursive: true, force: true });
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
