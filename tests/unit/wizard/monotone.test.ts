import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import { alternativesOf } from '../../../src/wizard/model/decisions.ts';
import type { DecisionId } from '../../../src/wizard/model/decisions.ts';
import { facts as factTable } from '../../../src/wizard/model/facts.ts';
import type { Facts } from '../../../src/wizard/model/facts.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import { choose } from '../../../src/wizard/solver/choose.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { anyFacts, fullAnswers } from './arbitraries.ts';

const runs = { numRuns: 1500 };

/** The place of what was chosen, from 0 for the simplest alternative. */
function place(facts: Facts, id: DecisionId): number {
  const order: readonly string[] = alternativesOf(id);
  return order.indexOf(String(choose(facts, {}, ruleBook)[id]));
}

function neverSimpler(less: Facts, more: Facts, ...ids: readonly DecisionId[]): void {
  for (const id of ids) expect(place(more, id)).toBeGreaterThanOrEqual(place(less, id));
}

describe('more of one thing never gives less of another', () => {
  it('more engineers: style and platform never get simpler', () => {
    const more = fc.constantFrom(1, 2, 4, 5, 6, 10, 15, 16, 30, 200);
    fc.assert(
      fc.property(anyFacts, more, (facts, added) => {
        const engineers = Math.min(factTable.engineers.max, facts.engineers + added);
        neverSimpler(facts, { ...facts, engineers }, 'style', 'platform');
      }),
      runs,
    );
  });

  it('more skills: style and platform never get simpler', () => {
    fc.assert(
      fc.property(anyFacts, fc.subarray([...factTable.running.options]), (facts, added) => {
        const running = factTable.running.options.filter(
          (skill) => facts.running.includes(skill) || added.includes(skill),
        );
        neverSimpler(facts, { ...facts, running }, 'style', 'platform');
      }),
      runs,
    );
  });

  it('more teams, or a higher peak: a cluster that runs today is not taken away', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 20 }), (facts, more) => {
        const less = { ...facts, runsOn: 'kubernetes' } as const;
        const teams = Math.min(factTable.teams.max, facts.teams + more);
        const peakNow = Math.min(factTable.peakNow.max, facts.peakNow + 1000 * more);
        neverSimpler(less, { ...less, teams }, 'platform');
        neverSimpler(less, { ...less, peakNow }, 'platform');
      }),
      runs,
    );
  });

  it('stricter availability: no resilience measure is removed', () => {
    const levels = factTable.availability.options;
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...levels), (facts, target) => {
        if (levels.indexOf(target) <= levels.indexOf(facts.availability)) return;
        neverSimpler(facts, { ...facts, availability: target }, 'resilience');
      }),
      runs,
    );
  });

  it('stricter availability: never fewer replicas are asked for, and what is built has them', () => {
    const levels = factTable.availability.options;
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const asked = levels.map((availability) => {
          const solution = solve({ ...answers, availability: { availability } });
          const least = solution.decisions.platform.parameters.minimumReplicas ?? 1;
          for (const { replicas } of buildArchitecture(solution).deployables) {
            expect(replicas).toBeGreaterThanOrEqual(least);
          }
          return least;
        });
        expect(asked).toEqual(asked.toSorted((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  it('less allowed staleness: no cache is added', () => {
    const levels = factTable.staleness.options;
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...levels), (facts, allowed) => {
        if (levels.indexOf(allowed) <= levels.indexOf(facts.staleness)) return;
        neverSimpler(facts, { ...facts, staleness: allowed }, 'cache');
      }),
      runs,
    );
  });
});
