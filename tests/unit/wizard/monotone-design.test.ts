import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesOf } from '../../../src/wizard/model/decisions.ts';
import type { DecisionId } from '../../../src/wizard/model/decisions.ts';
import { facts as factTable } from '../../../src/wizard/model/facts.ts';
import type { FactId, Facts } from '../../../src/wizard/model/facts.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import { choose } from '../../../src/wizard/solver/choose.ts';
import { anyFacts } from './arbitraries.ts';
import { isLong } from './runs.ts';

/** The same facts in every usual run, so that it is quick and never red by chance; others in the long one. */
const runs = isLong ? { numRuns: 5000 } : { numRuns: 300, seed: 20261201 };

function neverSimpler(less: Facts, more: Facts, ...ids: readonly DecisionId[]): void {
  const before = choose(less, {}, ruleBook);
  const after = choose(more, {}, ruleBook);
  for (const id of ids) {
    const order: readonly string[] = alternativesOf(id);
    expect(order.indexOf(String(after[id]))).toBeGreaterThanOrEqual(
      order.indexOf(String(before[id])),
    );
  }
}

/** Raises an ordered choice, other answers staying as they are. */
function raised(fact: FactId, ids: readonly DecisionId[]): void {
  const kind = factTable[fact];
  if (kind.kind !== 'choice' || !kind.ordered) throw new Error(`"${fact}" does not rise.`);
  const options: readonly string[] = kind.options;
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...options), (facts, value) => {
      if (options.indexOf(value) <= options.indexOf(String(facts[fact]))) return;
      neverSimpler(facts, { ...facts, [fact]: value }, ...ids);
    }),
    runs,
  );
}

describe('more of one thing never gives less of another', () => {
  it('more engineers: no mesh, registry of forms or workflow engine is taken away', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(1, 3, 6, 10, 15, 30, 200), (facts, added) => {
        const engineers = Math.min(factTable.engineers.max, facts.engineers + added);
        neverSimpler(facts, { ...facts, engineers }, 'mesh', 'bff', 'versioning', 'event-schema');
      }),
      runs,
    );
  });

  it('more skills: no mesh is taken away', () => {
    fc.assert(
      fc.property(anyFacts, fc.subarray([...factTable.running.options]), (facts, added) => {
        const running = factTable.running.options.filter(
          (skill) => facts.running.includes(skill) || added.includes(skill),
        );
        neverSimpler(facts, { ...facts, running }, 'mesh', 'tenancy');
      }),
      runs,
    );
  });

  it('more customers kept apart: never shared more closely', () => {
    raised('customers', ['tenancy']);
  });

  it('clients that follow later: never a simpler way to change the contract', () => {
    raised('clientUpgrade', ['versioning']);
  });

  it('longer lists: never back to pages by number', () => {
    raised('listLength', ['pagination']);
  });

  it('longer jobs: never back to waiting', () => {
    raised('longestJob', ['long-operation', 'jobs']);
  });

  it('work by the clock: never fewer guards against losing it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const none = { ...facts, schedules: 'none' } as const;
        neverSimpler(none, { ...none, schedules: 'some' }, 'jobs');
      }),
      runs,
    );
  });

  it('stricter availability: no backplane is taken away', () => {
    raised('availability', ['backplane']);
  });

  it('more messages a second: never a simpler way to publish them', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(100, 1000, 100_000), (facts, added) => {
        const messagesPerSecond = Math.min(
          factTable.messagesPerSecond.max,
          facts.messagesPerSecond + added,
        );
        neverSimpler(facts, { ...facts, messagesPerSecond }, 'publishing', 'outbound');
      }),
      runs,
    );
  });
});
