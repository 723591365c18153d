/** Reads `patterns/<category>/<capability>/index.mdx`: the written pages. Build only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityId } from '../ids.ts';
import { patternPageSchema } from '../schema/pattern.ts';
import type { Pattern } from '../schema/pattern.ts';
import { headingsOf } from './headings.ts';
import type { Heading } from './headings.ts';
import { componentTagsOf, importedNamesOf } from './mdx-text.ts';
import type { ComponentTag } from './mdx-text.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate.ts';
import { parseYamlWithLines } from './yaml-with-lines.ts';

export interface WrittenPattern {
  readonly id: CapabilityId;
  readonly file: string;
  readonly title: string;
  readonly data: Pattern;
  readonly headings: readonly Heading[];
  /** Components in the prose, in order. */
  readonly components: readonly ComponentTag[];
  /** Names of the components that the page imports. */
  readonly imported: readonly string[];
  /** Line of a value in the frontmatter, under `pattern:`. */
  lineOf(path: readonly PropertyKey[]): number;
}

const FOLDER = 'patterns';
const FRONTMATTER = /^---\n([\s\S]*?)\n---\n/;

/** Folders that hold a written page, as `<category>/<capability>`. */
export function writtenIds(root: string): readonly string[] {
  return foldersIn(join(root, FOLDER)).flatMap((category) =>
    foldersIn(join(root, FOLDER, category))
      .filter((capability) => existsSync(join(root, FOLDER, category, capability, 'index.mdx')))
      .map((capability) => `${category}/${capability}`),
  );
}

/** Files where a page could stand that nothing reads: an `index.md`, a page one folder too high. */
export function strayFiles(root: string): readonly Problem[] {
  const categories = foldersIn(join(root, FOLDER));
  const capabilities = categories.flatMap((category) =>
    foldersIn(join(root, FOLDER, category)).map((capability) => `${category}/${capability}`),
  );
  const files = [
    ...['', ...categories].flatMap((folder) => filesIn(root, folder)),
    ...capabilities.flatMap((folder) => filesIn(root, folder)).filter((file) => !isPage(file)),
  ];
  return files.map((file) => ({
    file,
    line: 1,
    what: 'is no part of a page: nothing would read it',
    whatToDo: 'A page is index.mdx, with the folders diagrams and example beside it.',
  }));
}

const isPage = (file: string): boolean => file.endsWith('/index.mdx');

/** Reads one page; its fields are checked, its references to others are not yet. */
export function readPattern(
  root: string,
  id: string,
): { pattern: WrittenPattern } | { problems: readonly Problem[] } {
  const file = `${FOLDER}/${id}/index.mdx`;
  const text = readFileSync(join(root, file), 'utf8');
  const match = FRONTMATTER.exec(text);
  if (!match?.[1]) return { problems: [noFrontmatter(file)] };
  const yaml = parseYamlWithLines(match[1], file, 1);
  const result = validate(patternPageSchema, yaml, file);
  if (!result.ok) return { problems: result.problems };
  const body = text.slice(match[0].length);
  const offset = match[0].split('\n').length - 1;
  return {
    pattern: {
      id: id as CapabilityId,
      file,
      title: result.value.title,
      data: result.value.pattern,
      headings: headingsOf(body, offset),
      components: componentTagsOf(body, offset),
      imported: importedNamesOf(body),
      lineOf: (path) => yaml.lineOf(['pattern', ...path]),
    },
  };
}

function noFrontmatter(file: string): Problem {
  return {
    file,
    line: 1,
    what: 'no frontmatter',
    whatToDo: 'Start the file with a block between two lines of ---; CONTRIBUTING has a recipe.',
  };
}

function foldersIn(path: string): readonly string[] {
  return entriesOf(path)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Paths from the root, but for files that a system or an editor hides. */
function filesIn(root: string, folder: string): readonly string[] {
  return entriesOf(join(root, FOLDER, folder))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(FOLDER, folder, entry.name));
}

function entriesOf(path: string): readonly Dirent[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
