import { boundaryCases } from './rule-cases-boundaries.ts';
import { clientCases } from './rule-cases-clients.ts';
import { dataCases } from './rule-cases-data.ts';
import { runningCases } from './rule-cases-running.ts';
import { structureCases } from './rule-cases-structure.ts';
import { scenarios } from './scenarios.ts';
import type { RuleCase } from './rule-case.ts';

/** Every case that pins what a rule does. */
export const ruleCases: readonly RuleCase[] = [
  ...structureCases,
  ...runningCases,
  ...boundaryCases,
  ...clientCases,
  ...dataCases,
];

/** The answers of all cases and scenarios, in which every rule has to speak at least once. */
export const allAnswers = [...ruleCases, ...scenarios].map(({ answers }) => answers);
