import { readLibrary } from '../../../src/catalogue/load/library.ts';
import { ContentError } from '../../../src/catalogue/load/problem.ts';
import type { Problem } from '../../../src/catalogue/load/problem.ts';

/** What stops a build whose repository is at `root`; nothing where its content is right. */
export function problemsOf(root: string): readonly Problem[] {
  try {
    readLibrary(root);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}
