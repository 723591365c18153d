import type { Solution } from '../../model/solution.ts';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';

/** The language of the images. */
export interface ImageLanguage extends Language {
  /** Nobody has said which one, so it is taken for granted. */
  readonly assumed: boolean;
}

/** The decided language; where the team has not said what it knows, TypeScript, which is then said. */
export function languageOf({ decisions, facts }: Solution): ImageLanguage {
  const known: Readonly<Record<string, Language>> = languages;
  const [first] = facts.languages;
  const found = known[decisions.language.chosen] ?? (first && known[first]);
  return found === undefined
    ? { ...languages.typescript, assumed: true }
    : { ...found, assumed: false };
}
