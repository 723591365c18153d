import { answerWith, questionFacts } from '../model/answers.ts';
import type { PartialAnswer, QuestionId, ResolvedFacts } from '../model/answers.ts';
import { settledByRows } from '../model/assumptions.ts';
import type { Stated } from '../model/derived-facts.ts';
import { facts as factTable } from '../model/facts.ts';
import type { ChoiceFact } from '../model/fact-kinds.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { RuleBook } from '../rules/rule.ts';
import { changeTo } from './row-variations.ts';
import { turningPoints } from './thresholds.ts';

/** An answer that differs from the present one in exactly one fact. */
export interface Variation<Q extends QuestionId = QuestionId> {
  readonly question: Q;
  readonly fact: FactId;
  readonly answer: PartialAnswer<Q>;
  /** What is stated otherwise: the fact, or the rows that settle it. */
  readonly change: Stated;
  readonly value: Facts[FactId];
  /** How far it is from the present answer: 1 is one step, or a doubling. */
  readonly distance: number;
}

/**
 * All variations of one answer that rules can tell apart: every other choice, every entry of a set
 * put in or out, every option ranked last or first, and for numbers the values at the rules' thresholds.
 * Rows that a person typed are varied only where they settle one of these facts.
 */
export function variations(
  resolved: ResolvedFacts,
  question: QuestionId,
  book: RuleBook,
): readonly Variation[] {
  const settled = settledByRows(resolved.stated);
  return questionFacts[question].flatMap((fact) =>
    otherValues(fact, resolved.facts, book).flatMap(({ value, distance }) => {
      const change = changeTo(fact, value, resolved, settled);
      if (change === undefined) return [];
      const answer = answerWith(resolved, question, change);
      return [{ question, fact, value, distance, answer, change }];
    }),
  );
}

interface OtherValue {
  readonly value: Facts[FactId];
  readonly distance: number;
}

function otherValues(fact: FactId, facts: Facts, book: RuleBook): readonly OtherValue[] {
  const kind = factTable[fact];
  switch (kind.kind) {
    case 'number': {
      const present = Number(facts[fact]);
      return turningPoints(fact, kind, facts, book).map((value) => ({
        value,
        distance: distanceBetween(present, value),
      }));
    }
    case 'choice':
      return otherChoices(kind, String(facts[fact]));
    case 'rank':
      return otherRanks(kind.options, facts[fact] as readonly string[]);
    case 'set':
      return kind.options.map((option) => ({
        value: toggled(kind.options, facts[fact] as readonly string[], option),
        distance: 1,
      }));
    case 'list':
      return [];
  }
}

/** Where the options have no order, every other one is a single step away. */
function otherChoices({ options, ordered }: ChoiceFact, present: string): readonly OtherValue[] {
  const place = options.indexOf(present);
  return options
    .map((value, index) => ({
      value: value as Facts[FactId],
      distance: ordered ? Math.abs(index - place) : Math.sign(Math.abs(index - place)),
    }))
    .filter(({ distance }) => distance > 0);
}

/** Every option that is not ranked comes in last; every option but the first one becomes the first. */
function otherRanks(options: readonly string[], present: readonly string[]): readonly OtherValue[] {
  const entering = options
    .filter((option) => !present.includes(option))
    .map((option) => ({ value: [...present.slice(0, -1), option], distance: 1 }));
  const leading = options
    .filter((option) => option !== present[0])
    .map((option) => ({
      value: [option, ...present.filter((each) => each !== option)].slice(0, present.length),
      distance: present.includes(option) ? present.indexOf(option) : present.length,
    }));
  return [...entering, ...leading].map(({ value, distance }) => ({
    value: value as readonly string[] as Facts[FactId],
    distance,
  }));
}

/** Keeps the order of the options, so that equal sets are equal lists. */
function toggled(
  options: readonly string[],
  entries: readonly string[],
  option: string,
): Facts[FactId] {
  const wanted = entries.includes(option)
    ? (each: string): boolean => each !== option && entries.includes(each)
    : (each: string): boolean => each === option || entries.includes(each);
  return options.filter(wanted) as readonly string[] as Facts[FactId];
}

/** A number one step away is a doubling. */
function distanceBetween(present: number, value: number): number {
  return Math.abs(Math.log2((value + 1) / (present + 1)));
}
