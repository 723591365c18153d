import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fingerprint, recordedFingerprint } from '../../src/ui/diagram/fingerprint.ts';

/** Where diagram sources may be, relative to the repository. */
const places = ['patterns/*/*/diagrams', 'content/docs/**/diagrams'];

export interface DiagramSource {
  /** Paths relative to the repository. */
  readonly sourcePath: string;
  readonly svgPath: string;
  readonly source: string;
  /** Prefix of the ids in the drawing: unique among the drawings of one page. */
  readonly id: string;
  readonly fingerprint: string;
  /** Whether the committed drawing is missing or was made from something else. */
  readonly isStale: boolean;
}

async function readIfPresent(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function readSource(root: string, sourcePath: string): Promise<DiagramSource> {
  const svgPath = sourcePath.replace(/\.mmd$/, '.svg');
  const source = await readFile(join(root, sourcePath), 'utf8');
  const committed = await readIfPresent(join(root, svgPath));
  const mark = fingerprint(source);
  return {
    sourcePath,
    svgPath,
    source,
    id: `${basename(dirname(dirname(sourcePath)))}-${basename(sourcePath, '.mmd')}`,
    fingerprint: mark,
    isStale: committed === undefined || recordedFingerprint(committed) !== mark,
  };
}

async function find(root: string, extension: 'mmd' | 'svg'): Promise<string[]> {
  const patterns = places.map((place) => `${place}/*.${extension}`);
  const found: string[] = [];
  for await (const path of glob(patterns, { cwd: root })) found.push(path);
  return found.sort();
}

/** @returns every diagram source of the repository, with the state of its drawing */
export async function findSources(root: string): Promise<DiagramSource[]> {
  const paths = await find(root, 'mmd');
  return Promise.all(paths.map((path) => readSource(root, path)));
}

/** @returns drawings whose source is gone */
export async function findOrphans(root: string): Promise<string[]> {
  const sources = new Set(await find(root, 'mmd'));
  const drawings = await find(root, 'svg');
  return drawings.filter((path) => !sources.has(path.replace(/\.svg$/, '.mmd')));
}
