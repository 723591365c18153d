/** Reads `content/catalogue/*.yaml`: the 17 categories and 155 capabilities. Build only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityId, CategorySlug } from '../ids.ts';
import { categorySchema } from '../schema/category.ts';
import type { CategoryFile } from '../schema/category.ts';
import type { Band } from '../schema/vocabulary.ts';
import { ContentError } from './problem.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate.ts';
import { parseYamlWithLines } from './yaml-with-lines.ts';

export interface Capability {
  readonly id: CapabilityId;
  readonly slug: string;
  readonly name: string;
  readonly category: CategorySlug;
  readonly topics: readonly string[];
}

export interface Category {
  readonly slug: CategorySlug;
  readonly order: number;
  readonly name: string;
  readonly shortName: string;
  readonly band: Band;
  readonly summary: string;
  readonly capabilities: readonly Capability[];
}

export interface Catalogue {
  /** In the seed's order. */
  readonly categories: readonly Category[];
  readonly byId: ReadonlyMap<string, Capability>;
}

const FOLDER = 'content/catalogue';

/** A category with where it was read from. */
interface ReadCategory {
  readonly file: string;
  readonly value: CategoryFile;
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads the whole catalogue.
 *
 * @param root the repository's root
 * @throws ContentError naming file, line and what to do
 */
export function readCatalogue(root: string): Catalogue {
  const results = readdirSync(join(root, FOLDER))
    .sort()
    .map((name) => readCategory(root, name));
  const read = results.flatMap((result) => ('problems' in result ? [] : [result]));
  const problems = [
    ...results.flatMap((result) => ('problems' in result ? result.problems : [])),
    ...read.flatMap(misnamed),
    ...sharedPositions(read),
    ...read.flatMap(sharedSlugs),
  ];
  if (problems.length > 0) throw new ContentError(problems);
  const categories = read.map(({ value }) => categoryOf(value)).sort((a, b) => a.order - b.order);
  const all = categories.flatMap((category) => category.capabilities);
  return { categories, byId: new Map(all.map((capability) => [capability.id, capability])) };
}

function readCategory(root: string, name: string): ReadCategory | { problems: readonly Problem[] } {
  const file = `${FOLDER}/${name}`;
  if (!name.endsWith('.yaml')) {
    const whatToDo = 'Name it <slug>.yaml, or remove it.';
    return { problems: [{ file, line: 1, what: 'is no file of the catalogue', whatToDo }] };
  }
  const yaml = parseYamlWithLines(readFileSync(join(root, file), 'utf8'), file);
  const result = validate(categorySchema, yaml, file);
  return result.ok ? { file, value: result.value, lineOf: yaml.lineOf } : result;
}

function misnamed({ file, value: { slug }, lineOf }: ReadCategory): Problem[] {
  if (file === `${FOLDER}/${slug}.yaml`) return [];
  const what = `slug "${slug}" is not the file's name`;
  const whatToDo = `Name the file ${slug}.yaml, or mend the slug.`;
  return [{ file, line: lineOf(['slug']), what, whatToDo }];
}

function sharedPositions(read: readonly ReadCategory[]): Problem[] {
  return repeated(
    read.map(({ file, value, lineOf }) => ({
      key: `order ${value.order}`,
      file,
      line: lineOf(['order']),
    })),
    'Give each category its own position, from 1.',
  );
}

function sharedSlugs({ file, value, lineOf }: ReadCategory): Problem[] {
  return repeated(
    value.capabilities.map(({ slug }, i) => ({
      key: `capability slug "${slug}"`,
      file,
      line: lineOf(['capabilities', i, 'slug']),
    })),
    'Give one of them another slug: it is the address of its page.',
  );
}

/** Every entry whose key an earlier one has. */
function repeated(
  entries: readonly { readonly key: string; readonly file: string; readonly line: number }[],
  whatToDo: string,
): Problem[] {
  return entries.flatMap(({ key, file, line }, i) => {
    const first = entries.slice(0, i).find((earlier) => earlier.key === key);
    if (!first) return [];
    return [{ file, line, what: `${key} is taken by ${first.file}:${first.line}`, whatToDo }];
  });
}

/** The ids are generated from these very files, and a test holds the two together. */
function categoryOf(file: CategoryFile): Category {
  const slug = file.slug as CategorySlug;
  const capabilities = file.capabilities.map((capability) => ({
    ...capability,
    category: slug,
    id: `${slug}/${capability.slug}` as CapabilityId,
  }));
  return { ...file, slug, capabilities };
}
