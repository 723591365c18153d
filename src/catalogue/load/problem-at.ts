import type { WrittenPattern } from './patterns.ts';
import type { Problem } from './problem.ts';

/** A mistake in a page's data, at the line of the field. */
export function problemAt(
  pattern: WrittenPattern,
  path: readonly PropertyKey[],
  what: string,
  whatToDo: string,
): Problem {
  return { file: pattern.file, line: pattern.lineOf(path), what, whatToDo };
}
