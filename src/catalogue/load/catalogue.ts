/** Reads `content/catalogue/*.yaml`: the 17 categories and 155 capabilities. Build only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityId, CategorySlug } from '../ids.ts';
import { categorySchema } from '../schema/category.ts';
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

/**
 * Reads the whole catalogue.
 *
 * @param root the repository's root
 * @throws ContentError naming file, line and what to do
 */
export function readCatalogue(root: string): Catalogue {
  const problems: Problem[] = [];
  const categories: Category[] = [];
  for (const name of readdirSync(join(root, FOLDER)).sort()) {
    const file = `${FOLDER}/${name}`;
    const yaml = parseYamlWithLines(readFileSync(join(root, file), 'utf8'), file);
    const result = validate(categorySchema, yaml, file);
    if (!result.ok) {
      problems.push(...result.problems);
      continue;
    }
    if (`${result.value.slug}.yaml` !== name) {
      problems.push({
        file,
        line: yaml.lineOf(['slug']),
        what: `slug "${result.value.slug}" is not the file's name`,
        whatToDo: `Name the file ${result.value.slug}.yaml, or mend the slug.`,
      });
    }
    // The ids are generated from these very files, and a test holds the two together.
    const category = result.value.slug as CategorySlug;
    const capabilities = result.value.capabilities.map((capability) => ({
      ...capability,
      category,
      id: `${category}/${capability.slug}` as CapabilityId,
    }));
    categories.push({ ...result.value, slug: category, capabilities });
  }
  if (problems.length > 0) throw new ContentError(problems);
  categories.sort((a, b) => a.order - b.order);
  const all = categories.flatMap((category) => category.capabilities);
  return { categories, byId: new Map(all.map((capability) => [capability.id, capability])) };
}
