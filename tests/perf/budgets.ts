import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Scripts that load together, after a click or when they come into view. */
export interface LazyBudget {
  /** For the reader of a failure. */
  readonly what: string;
  /** Names of the chunks without their hash, such as `embedded-engine`. */
  readonly chunks: readonly string[];
  readonly mostBytes: number;
}

/** The page that draws with Mermaid: most of its scripts, for other kinds of diagrams, never load. */
export interface DrawingsBudget {
  /** Address of the page. */
  readonly page: string;
  /** What loads for the wizard's two diagrams. */
  readonly mostBytesLoaded: number;
  /** All that the page could load. */
  readonly mostBytes: number;
}

/** The figures of budgets.json; bytes are brotli at quality 11. */
export interface Budgets {
  /** Address of the page that is weighed. */
  readonly patternPage: string;
  readonly mostShareOfStarlightBytes: number;
  readonly mostShareOfStarlightScript: number;
  readonly mostTimesPlainFile: number;
  /** A chunk of the site that is in no group may weigh at most so much. */
  readonly mostBytesUnlisted: number;
  readonly lazy: readonly LazyBudget[];
  readonly drawings: DrawingsBudget;
}

/** Read from the one table. */
export const budgets = JSON.parse(
  readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8'),
) as Budgets;
