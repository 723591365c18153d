import fc from 'fast-check';
import type { Facts } from '../../../src/wizard/model/facts.ts';
import { choose } from '../../../src/wizard/solver/choose.ts';
import type { Chosen } from '../../../src/wizard/solver/choose.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import { anyFacts } from './arbitraries.ts';

/** Facts together with what follows from them. */
export interface Sample {
  readonly facts: Facts;
  readonly chosen: Chosen;
}

/** The same several thousand situations in every run, for questions of the kind "is there any". */
export const samples: readonly Sample[] = fc
  .sample(anyFacts, { numRuns: 4000, seed: 20261122 })
  .map((facts) => ({ facts, chosen: choose(facts, {}, ruleBook) }));
