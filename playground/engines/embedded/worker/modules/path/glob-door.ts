import { validateString } from '../errors/validate.ts';

/** @param windows whether `\` parts names, too */
export type MatchesGlob = (path: string, pattern: string, windows: boolean) => boolean;

/** What matches patterns comes only with programs that name it; it is put here before they run. */
let fetched: MatchesGlob | undefined;

export function installGlob(match: MatchesGlob): void {
  fetched = match;
}

/** @throws {Error} where the program hid from the engine that it matches patterns */
export function matchesGlob(path: string, pattern: string, windows: boolean): boolean {
  validateString(path, 'path');
  validateString(pattern, 'pattern');
  if (!fetched)
    throw new Error(
      'The built-in engine matches patterns only for programs that name `matchesGlob`, `glob` or ' +
        '`globSync` in their text. Name it, or run the example in WebContainer.',
    );
  return fetched(path, pattern, windows);
}
