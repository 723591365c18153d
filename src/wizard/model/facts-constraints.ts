import { constraint } from './fact-kinds.ts';
import { technologyNames } from './technologies.ts';

/** What was decided outside of the wizard. */
export const constraintFacts = {
  mustUse: constraint(technologyNames, 'nothing in particular'),
  mustNotUse: constraint(technologyNames, 'nothing'),
} as const;
