/** Questions pages ask of the library. Build only: the browser gets ids and ready links. */
import { relationWords } from './schema/relation.ts';
import type { Capability, Category } from './load/catalogue.ts';
import { readLibrary } from './load/library.ts';
import type { Library } from './load/library.ts';
import type { WrittenPattern } from './load/patterns.ts';

let library: Library | undefined;

/** The library of this build; read once, from the folder the build runs in. */
export function getLibrary(): Library {
  library ??= readLibrary(process.cwd());
  return library;
}

/** @throws Error where the id is not in the catalogue, naming it */
export function getCapability(id: string): Capability {
  const capability = getLibrary().byId.get(id);
  if (!capability) throw new Error(`"${id}" is not in the catalogue`);
  return capability;
}

/** Its name; two capabilities share one, so those say their category too. */
export function labelOf(id: string): string {
  const { name, category } = getCapability(id);
  const namesakes = [...getLibrary().byId.values()].filter((each) => each.name === name);
  return namesakes.length > 1 ? `${name} (${getCategory(category).shortName})` : name;
}

/** @throws Error where there is no such category, naming it */
export function getCategory(slug: string): Category {
  const category = getLibrary().categories.find((each) => each.slug === slug);
  if (!category) throw new Error(`"${slug}" is no category`);
  return category;
}

/** The written page of a capability, if there is one. */
export function getPattern(id: string): WrittenPattern | undefined {
  return getLibrary().patterns.get(id);
}

/** Where a capability is read: its page, or its entry on the category's page. Never an empty page. */
export function hrefOf(id: string): string {
  const { category, slug } = getCapability(id);
  return getPattern(id) ? `/patterns/${id}/` : `${hrefOfCategory(category)}#${slug}`;
}

export function hrefOfCategory(slug: string): string {
  return `/catalogue/${slug}/`;
}

/** A relation as a page shows it, whichever side wrote it down. */
export interface Related {
  readonly to: Capability;
  /** "needs", "alternative", "needed by" … */
  readonly words: string;
  readonly why: string;
}

/** The page's own relations, then those that other pages point at it, each target and kind once. */
export function relatedTo(id: string): readonly Related[] {
  const own = (getPattern(id)?.data.relations ?? []).map((relation) => ({
    to: getCapability(relation.to),
    words: relationWords[relation.type].forward,
    why: relation.why,
  }));
  const inverse = [...getLibrary().patterns.values()].flatMap((pattern) =>
    pattern.data.relations
      .filter((relation) => relation.to === id)
      .map((relation) => ({
        to: getCapability(pattern.id),
        words: relationWords[relation.type].inverse,
        why: relation.why,
      })),
  );
  const seen = new Set(own.map((related) => related.to.id));
  return [...own, ...inverse.filter((related) => !seen.has(related.to.id))];
}
