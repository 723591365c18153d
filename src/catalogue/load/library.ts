/** The catalogue and every written page, read and checked together. Build only. */
import { readCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { checkReferences } from './check-references.ts';
import { readPattern, strayFiles, writtenIds } from './patterns.ts';
import type { WrittenPattern } from './patterns.ts';
import { ContentError } from './problem.ts';
import type { Problem } from './problem.ts';

export interface Library extends Catalogue {
  /** Written pages by id. */
  readonly patterns: ReadonlyMap<string, WrittenPattern>;
}

/**
 * Reads everything a page, the search or the wizard may point at.
 *
 * @param root the repository's root
 * @throws ContentError with every problem, each with file, line and what to do
 */
export function readLibrary(root: string): Library {
  const catalogue = readCatalogue(root);
  const patterns = new Map<string, WrittenPattern>();
  const problems: Problem[] = [...strayFiles(root)];
  for (const id of writtenIds(root)) {
    const result = readPattern(root, id);
    if ('problems' in result) {
      problems.push(...result.problems);
      continue;
    }
    patterns.set(id, result.pattern);
    problems.push(...checkReferences(result.pattern, catalogue));
  }
  if (problems.length > 0) throw new ContentError(problems);
  return { ...catalogue, patterns };
}
