import type { Solution } from '../model/solution.ts';

/** A decision that a backend needs and the wizard does not take. */
export interface OpenDecision {
  /** Its number among the forty decisions of a backend. */
  readonly number: number;
  readonly title: string;
  /** What there is to choose from, the simplest first. */
  readonly choices: string;
  /** Why the present answers make it pressing, to stand after "because"; nothing when they do not. */
  readonly touched: (solution: Solution) => string | undefined;
}
