import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionFacts, questionIds } from '../../../src/wizard/model/answers.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import { alternativesOf } from '../../../src/wizard/model/decisions.ts';
import type { DecisionId } from '../../../src/wizard/model/decisions.ts';
import { facts as factTable } from '../../../src/wizard/model/facts.ts';
import type { Facts } from '../../../src/wizard/model/facts.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import { choose } from '../../../src/wizard/solver/choose.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { anyFacts, fullAnswers } from './arbitraries.ts';
import { isLong } from './runs.ts';

/** The same facts in every usual run, so that it is quick and never red by chance; others in the long one. */
const runs = isLong ? { numRuns: 5000 } : { numRuns: 300, seed: 20261201 };

/** The place of what was chosen, from 0 for the simplest alternative. */
function place(facts: Facts, id: DecisionId): number {
  const order: readonly string[] = alternativesOf(id);
  return order.indexOf(String(choose(facts, {}, ruleBook)[id]));
}

/** The names of the settings that some decisions have. */
function settings(facts: Facts, ...ids: readonly DecisionId[]): readonly string[] {
  const { decisions } = solve(answersFrom(facts));
  return ids.flatMap((id) => Object.keys(decisions[id].parameters));
}

/** How a token or a certificate is limited differs with what it is. */
const lifetimes: ReadonlySet<string> = new Set(['oneAudience', 'serviceTokenMinutes']);

/** Seconds for which an answer is kept at most; 0 where none is. */
function longestLife(facts: Facts): number {
  return solve(answersFrom(facts)).decisions.invalidation.parameters.ttlSeconds ?? 0;
}

/** The answers that state all of the facts. */
function answersFrom(facts: Facts): Answers {
  return Object.fromEntries(
    questionIds.map((id) => [
      id,
      Object.fromEntries(questionFacts[id].map((fact) => [fact, facts[fact]])),
    ]),
  );
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
        const stricter = { ...facts, availability: target };
        neverSimpler(facts, stricter, 'resilience', 'alerting', 'tests');
        const measures = (asked: Facts) => settings(asked, 'resilience', 'platform', 'tests');
        expect(measures(stricter)).toEqual(expect.arrayContaining([...measures(facts)]));
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
      isLong ? { numRuns: 1000 } : { numRuns: 60, seed: 20261201 },
    );
  });

  it('more requests or higher peaks: scaling never gets simpler', () => {
    const more = fc.constantFrom(1, 10, 100, 1000, 100_000);
    fc.assert(
      fc.property(anyFacts, more, more, (facts, requests, times) => {
        // A growth to the same peak is smaller when today's is higher, so both rise.
        const peak = Math.max(facts.peakNow, facts.peakLater) * requests;
        const peakLater = Math.min(factTable.peakLater.max, peak);
        neverSimpler(facts, { ...facts, peakLater }, 'scaling');
        const peakTimes = Math.min(factTable.peakTimes.max, facts.peakTimes + times);
        neverSimpler(facts, { ...facts, peakTimes }, 'scaling');
      }),
      runs,
    );
  });

  it('more delicate data: no protection is removed', () => {
    const protecting = ['authorization', 'service-identity', 'idempotency'] as const;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (facts.dataKinds.includes('sensitive')) return;
        const dataKinds = [...facts.dataKinds, 'sensitive'] as const;
        const before = settings(facts, ...protecting, 'telemetry');
        const after = settings({ ...facts, dataKinds }, ...protecting, 'telemetry');
        const kept = before.filter((name) => !lifetimes.has(name));
        expect(after).toEqual(expect.arrayContaining(kept));
      }),
      runs,
    );
  });

  it('less allowed staleness: no cache is added', () => {
    const levels = factTable.staleness.options;
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...levels), (facts, allowed) => {
        if (levels.indexOf(allowed) <= levels.indexOf(facts.staleness)) return;
        neverSimpler(facts, { ...facts, staleness: allowed }, 'cache');
        const [less, more] = [facts.staleness, allowed].map((staleness) =>
          longestLife({ ...facts, staleness }),
        );
        expect(less).toBeLessThanOrEqual(Math.max(more ?? 0, 300));
      }),
      runs,
    );
  });
});
