import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAnswer, questionIds, questionOf } from '../../../src/wizard/model/answers.ts';
import type { Answers, QuestionId } from '../../../src/wizard/model/answers.ts';
import { alternativesOf, decisionIds } from '../../../src/wizard/model/decisions.ts';
import { factIds, isListFact } from '../../../src/wizard/model/facts.ts';
import type { Solution } from '../../../src/wizard/model/solution.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import { choose } from '../../../src/wizard/solver/choose.ts';
import { holds } from '../../../src/wizard/solver/evaluate.ts';
import { questionsRead, readsOf } from '../../../src/wizard/solver/reads.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { anyAnswers, anyPins } from './arbitraries.ts';
import { runs } from './runs.ts';

const often = { numRuns: runs(150, 5000) };

function chosenIn(solution: Solution): Readonly<Record<string, string>> {
  return Object.fromEntries(decisionIds.map((id) => [id, solution.decisions[id].chosen]));
}

/** What was decided and why, without what says which answers were assumed, and its order. */
function withoutAssumed({ decisions }: Solution): unknown {
  return decisionIds.map((id) => {
    const { chosen, parameters, because, rejected } = decisions[id];
    return {
      chosen,
      parameters,
      because: because.map(({ text }) => text),
      rejected: rejected.map(({ alternative, reason, further }) => ({
        alternative,
        texts: [reason, ...further].map(({ text }) => text).toSorted(),
      })),
    };
  });
}

describe('solve', () => {
  it('has a complete, explained decision for all answers and pins', () => {
    fc.assert(
      fc.property(anyAnswers, anyPins, (answers, pins) => {
        const solution = solve(answers, pins);
        for (const id of decisionIds) {
          const decision = solution.decisions[id];
          const others = alternativesOf(id).filter((name) => name !== decision.chosen);
          expect(alternativesOf(id)).toContain(decision.chosen);
          expect(decision.rejected.map(({ alternative }) => alternative)).toEqual(others);
          expect(decision.because.length).toBeGreaterThan(0);
          const texts = [...decision.because, ...decision.rejected.map(({ reason }) => reason)];
          for (const { text } of texts) expect(text).toMatch(/^[^{}]*[.]$/u);
        }
      }),
      often,
    );
  });

  it('gives an equal solution for equal answers, whatever the order of the rules', () => {
    const orders = fc.shuffledSubarray([...ruleBook.rules], { minLength: ruleBook.rules.length });
    const tensions = fc.shuffledSubarray([...ruleBook.tensions], {
      minLength: ruleBook.tensions.length,
    });
    fc.assert(
      fc.property(anyAnswers, anyPins, orders, tensions, (answers, pins, rules, shuffled) => {
        expect(solve(answers, pins, { rules, tensions: shuffled })).toEqual(solve(answers, pins));
      }),
      { numRuns: runs(60, 1000) },
    );
  });

  it('decides as quickly without explanations, and alike', () => {
    fc.assert(
      fc.property(anyAnswers, anyPins, (answers, pins) => {
        const solution = solve(answers, pins);
        expect(choose(solution.facts, pins, ruleBook)).toEqual(chosenIn(solution));
      }),
      often,
    );
  });

  it('violates no veto unless a pin does, and then says so', () => {
    fc.assert(
      fc.property(anyAnswers, anyPins, (answers, pins) => {
        const solution = solve(answers, pins);
        const situation = { facts: solution.facts, chosen: chosenIn(solution) };
        for (const { id, decision, effect, when } of ruleBook.rules) {
          const { chosen, pinned, brokenVetoes } = solution.decisions[decision];
          if (effect.kind !== 'veto' || !effect.alternatives.some((name) => name === chosen))
            continue;
          if (!holds(when, situation)) continue;
          expect(pinned).toBe(true);
          expect(brokenVetoes.map(({ ruleId }) => ruleId)).toContain(id);
          expect(solution.tensions.map((tension) => tension.id)).toContain(
            `tension/${decision}/pin`,
          );
        }
      }),
      often,
    );
  });

  it('meets every requirement that no veto forbids, or something dearer that is required too', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const solution = solve(answers);
        const situation = { facts: solution.facts, chosen: chosenIn(solution) };
        for (const { decision, effect, when } of ruleBook.rules) {
          if (effect.kind !== 'require' || !holds(when, situation)) continue;
          const order: readonly string[] = alternativesOf(decision);
          const { chosen, rejected } = solution.decisions[decision];
          const vetoed = rejected.some(
            (each) => each.alternative === effect.alternative && each.vetoed,
          );
          expect(vetoed || order.indexOf(chosen) >= order.indexOf(effect.alternative)).toBe(true);
        }
      }),
      often,
    );
  });

  it('keeps every pin', () => {
    fc.assert(
      fc.property(anyAnswers, anyPins, (answers, pins) => {
        expect(chosenIn(solve(answers, pins))).toMatchObject(pins);
      }),
      often,
    );
  });

  it('reruns what depends on a pin', () => {
    const pinned = solve({}, { style: 'service-based' });
    expect(chosenIn(pinned)).toMatchObject({ edge: 'gateway', resilience: 'breakers' });
    const against = solve({}, { style: 'microservices' });
    expect(against.decisions.style.brokenVetoes.map(({ ruleId }) => ruleId)).toContain(
      'style/few-engineers',
    );
    expect(against.decisions['data-ownership'].chosen).toBe('database-per-service');
  });

  it('names in a reason only answers and decisions that its rule reads', () => {
    const reads = new Map(ruleBook.rules.map(({ id, when }) => [id, readsOf(when)]));
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { because, rejected } of Object.values(solve(answers).decisions)) {
          for (const reason of [...because, ...rejected.map((each) => each.reason)]) {
            const read = reads.get(reason.ruleId);
            if (read === undefined) continue;
            expect(questionsRead(read)).toEqual(expect.arrayContaining([...reason.answers]));
            expect([...read.decisions]).toEqual(expect.arrayContaining([...reason.decisions]));
          }
        }
      }),
      often,
    );
  });

  it('does not depend on answers that no fired rule names', () => {
    const before = solve({ running: { running: ['automatic-deploys'] } });
    const after = solve({ running: { running: ['automatic-deploys', 'tracing'] } });
    expect(after.decisions.style).toEqual(before.decisions.style);
  });
});

describe('a rejection', () => {
  it('never argues with a rule that speaks as much for what it rejects', () => {
    const rules = new Map(ruleBook.rules.map((rule) => [rule.id, rule]));
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { chosen, rejected } of Object.values(solve(answers).decisions)) {
          for (const { alternative, reason, vetoed } of rejected) {
            const effect = rules.get(reason.ruleId)?.effect;
            if (vetoed || effect?.kind !== 'score') continue;
            const points: Readonly<Record<string, number>> = effect.points;
            expect(points[chosen] ?? 0).toBeGreaterThan(points[alternative] ?? 0);
          }
        }
      }),
      { numRuns: runs(500, 10_000) },
    );
  });
});

describe('not sure', () => {
  const allNotSure: Answers = Object.fromEntries(questionIds.map((id) => [id, 'not-sure']));
  const allDefaults: Answers = Object.fromEntries(questionIds.map((id) => [id, defaultAnswer(id)]));

  it('gives a modular monolith with one database', () => {
    expect(chosenIn(solve(allNotSure))).toMatchObject({
      style: 'modular-monolith',
      'data-ownership': 'schema-per-module',
    });
  });

  it('equals no answers and the defaults, except that it is assumed', () => {
    expect(solve(allNotSure).decisions).toEqual(solve({}).decisions);
    expect(withoutAssumed(solve(allNotSure))).toEqual(withoutAssumed(solve(allDefaults)));
    expect(solve(allNotSure).tensions).toEqual(solve(allDefaults).tensions);
  });

  it('is shown as assumed, fact by fact, until it is answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { assumptions } = solve(answers);
        const facts = assumptions.map(({ fact }) => fact);
        const single = assumptions.filter(({ fact }) => !isListFact(fact));
        const assumed = new Set<QuestionId>(single.map(({ question }) => question));
        const open = questionIds.filter(
          (id) => answers[id] === undefined || answers[id] === 'not-sure',
        );
        expect([...assumed]).toEqual(open);
        for (const fact of factIds.filter(isListFact)) {
          const answer = answers[questionOf(fact)] ?? 'not-sure';
          const isOpen = answer === 'not-sure' || !Object.hasOwn(answer, fact);
          expect(facts.includes(fact)).toBe(isOpen);
        }
      }),
      often,
    );
  });

  it('is fitted to what is known', () => {
    expect(solve({ load: { peakNow: 2000 } }).facts.peakLater).toBe(2000);
    expect(solve({ load: { peakNow: 2000, peakLater: 100 } }).facts.peakLater).toBe(100);
    expect(solve({ clients: { clients: ['devices'] } }).facts.signIn).toEqual(['machines']);
    const sent = solve({
      clients: { clients: ['devices'] },
      load: { peakNow: 1000, readsPerWrite: 0 },
    });
    expect(sent.facts.messagesPerSecond).toBe(1000);
  });
});
