import fc from 'fast-check';
import { defaultFacts, questionFacts, questionIds } from '../../../src/wizard/model/answers.ts';
import type { Answers, QuestionId } from '../../../src/wizard/model/answers.ts';
import { alternativesOf, decisionIds } from '../../../src/wizard/model/decisions.ts';
import { facts, isListFact } from '../../../src/wizard/model/facts.ts';
import type { FactId, Facts } from '../../../src/wizard/model/facts.ts';
import type { Pins, WizardState } from '../../../src/wizard/model/solution.ts';
import { rowsArbitrary } from './row-arbitraries.ts';

/** Numbers at and beside the places where rules change their minds. */
const turningPoints = [
  0, 1, 2, 3, 4, 5, 6, 9, 10, 14, 15, 16, 29, 30, 49, 50, 99, 100, 999, 1000, 4999, 5000, 99_999,
  100_000,
];

function factArbitrary(fact: FactId): fc.Arbitrary<unknown> {
  const kind = facts[fact];
  switch (kind.kind) {
    case 'number': {
      const { min, max } = kind;
      const near = turningPoints.filter((value) => value >= min && value <= max);
      return fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...near) },
        { weight: 1, arbitrary: fc.integer({ min, max }) },
      );
    }
    case 'choice':
      return fc.constantFrom<string>(...kind.options);
    case 'set':
      return fc.subarray<string>([...kind.options]);
    case 'rank':
      return fc.shuffledSubarray<string>([...kind.options], {
        minLength: kind.places,
        maxLength: kind.places,
      });
    case 'list':
      return rowsArbitrary(kind);
  }
}

/** Rows settle other facts of their question, so they are given in half of the answers only. */
function answerArbitrary(question: QuestionId): fc.Arbitrary<unknown> {
  const ids: readonly FactId[] = questionFacts[question];
  const single = fc.record(entriesOf(ids.filter((fact) => !isListFact(fact))));
  const rows = fc.record(entriesOf(ids.filter(isListFact)));
  return fc
    .tuple(single, fc.option(rows, { nil: {} }))
    .map(([facts, lists]) => ({ ...facts, ...lists }));
}

function entriesOf(ids: readonly FactId[]): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(ids.map((fact) => [fact, factArbitrary(fact)]));
}

const given = questionIds.map((id) => [id, answerArbitrary(id)] as const);

/** Any answers: each question open, "not sure" or answered. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    given.map(([id, answer]) => [
      id,
      fc.oneof(
        { weight: 5, arbitrary: answer },
        { weight: 1, arbitrary: fc.constant<unknown>('not-sure') },
      ),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

/** Answers to all questions. */
export const fullAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(given),
) as fc.Arbitrary<Answers>;

/** A value for every fact. */
export const anyFacts: fc.Arbitrary<Facts> = fullAnswers.map(
  (answers) => Object.assign({}, defaultFacts, ...Object.values(answers)) as Facts,
);

/** Up to three pins. */
export const anyPins: fc.Arbitrary<Pins> = fc
  .subarray([...decisionIds], { maxLength: 3 })
  .chain((ids) =>
    fc.record(Object.fromEntries(ids.map((id) => [id, fc.constantFrom(...alternativesOf(id))]))),
  ) as fc.Arbitrary<Pins>;

export const anyState: fc.Arbitrary<WizardState> = fc.record({
  answers: anyAnswers,
  pins: anyPins,
});

/** Answers in which each fact of a question may be stated or not. */
export const partialAnswers: fc.Arbitrary<Answers> = fc
  .tuple(anyAnswers, fc.infiniteStream(fc.boolean()))
  .map(([answers, keep]) => {
    const entries = Object.entries(answers).map(([id, answer]) => {
      if (answer === 'not-sure') return [id, answer] as const;
      const stated = Object.entries(answer).filter(() => keep.next().value);
      return [id, stated.length === 0 ? answer : Object.fromEntries(stated)] as const;
    });
    return Object.fromEntries(entries) as Answers;
  });

/** A state as the page holds it: answers in part, and up to three pins. */
export const partialState: fc.Arbitrary<WizardState> = fc.record({
  answers: partialAnswers,
  pins: anyPins,
});
