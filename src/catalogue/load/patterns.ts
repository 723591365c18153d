/** Reads `patterns/<category>/<capability>/index.mdx`: the written pages. Build only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityId } from '../ids.ts';
import { patternSchema } from '../schema/pattern.ts';
import type { Pattern } from '../schema/pattern.ts';
import { headingsOf } from './headings.ts';
import type { Heading } from './headings.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate.ts';
import { parseYamlWithLines } from './yaml-with-lines.ts';

export interface WrittenPattern {
  readonly id: CapabilityId;
  readonly file: string;
  readonly title: string;
  readonly data: Pattern;
  readonly headings: readonly Heading[];
  /** The Markdown below the frontmatter. */
  readonly body: string;
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
  const result = validate(patternSchema, yaml, file, ['pattern']);
  if (!result.ok) return { problems: result.problems };
  const body = text.slice(match[0].length);
  const offset = match[0].split('\n').length - 1;
  return {
    pattern: {
      id: id as CapabilityId,
      file,
      title: titleOf(yaml.value),
      data: result.value,
      headings: headingsOf(body, offset),
      body,
      lineOf: (path) => yaml.lineOf(['pattern', ...path]),
    },
  };
}

function titleOf(frontmatter: unknown): string {
  const title: unknown =
    typeof frontmatter === 'object' && frontmatter !== null
      ? Reflect.get(frontmatter, 'title')
      : undefined;
  return typeof title === 'string' ? title : '';
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
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
