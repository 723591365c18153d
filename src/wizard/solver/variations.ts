import { answerFrom, questionFacts } from '../model/answers.ts';
import type { AnswerValues, QuestionId } from '../model/answers.ts';
import { facts as factTable } from '../model/facts.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { Predicate, RuleBook } from '../rules/rule.ts';

/** An answer that differs from the present one in exactly one fact. */
export interface Variation<Q extends QuestionId = QuestionId> {
  readonly question: Q;
  readonly fact: FactId;
  readonly answer: AnswerValues[Q];
  readonly value: Facts[FactId];
  /** How far it is from the present answer: 1 is one step, or a doubling. */
  readonly distance: number;
}

const thresholdsOf = new WeakMap<RuleBook, ReadonlyMap<FactId, readonly number[]>>();

/**
 * All variations of one answer that rules can tell apart: every other choice, every entry of a set
 * put in or out, every rank put in last place, and for numbers the values at the rules' thresholds.
 */
export function variations(
  facts: Facts,
  question: QuestionId,
  book: RuleBook,
): readonly Variation[] {
  return questionFacts[question].flatMap((fact) =>
    otherValues(fact, facts[fact], book).map(({ value, distance }) => ({
      question,
      fact,
      value,
      distance,
      answer: answerFrom({ ...facts, [fact]: value }, question),
    })),
  );
}

interface OtherValue {
  readonly value: Facts[FactId];
  readonly distance: number;
}

function otherValues(fact: FactId, present: Facts[FactId], book: RuleBook): readonly OtherValue[] {
  const kind = factTable[fact];
  if (kind.kind === 'number') return otherNumbers(fact, present as number, kind, book);
  const options: readonly string[] = kind.options;
  if (kind.kind === 'choice') {
    const place = options.indexOf(present as string);
    return options
      .map((value, index) => ({ value: value as Facts[FactId], distance: Math.abs(index - place) }))
      .filter(({ distance }) => distance > 0);
  }
  const entries = present as readonly string[];
  if (kind.kind === 'rank') {
    return options
      .filter((option) => !entries.includes(option))
      .map((option) => ({
        value: [...entries.slice(0, -1), option] as Facts[FactId],
        distance: 1,
      }));
  }
  return options.map((option) => ({ value: toggled(options, entries, option), distance: 1 }));
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

function otherNumbers(
  fact: FactId,
  present: number,
  { min, max }: { readonly min: number; readonly max: number },
  book: RuleBook,
): readonly OtherValue[] {
  return (thresholds(book).get(fact) ?? [])
    .map((threshold) => (present < threshold ? threshold : threshold - 1))
    .filter((value) => value >= min && value <= max && value !== present)
    .map((value) => ({ value, distance: Math.abs(Math.log2((value + 1) / (present + 1))) }));
}

/** The numbers that rules compare each fact with. */
function thresholds(book: RuleBook): ReadonlyMap<FactId, readonly number[]> {
  const known = thresholdsOf.get(book);
  if (known !== undefined) return known;
  const found = [...book.rules, ...book.tensions].flatMap((rule) => comparisons(rule.when));
  const grouped = Map.groupBy(found, ({ fact }) => fact);
  const byFact = new Map(
    [...grouped].map(([fact, list]) => [
      fact,
      [...new Set(list.map(({ value }) => value))].toSorted((a, b) => a - b),
    ]),
  );
  thresholdsOf.set(book, byFact);
  return byFact;
}

function comparisons(
  predicate: Predicate,
): readonly { readonly fact: FactId; readonly value: number }[] {
  switch (predicate.kind) {
    case 'all':
    case 'any':
      return predicate.of.flatMap(comparisons);
    case 'not':
      return comparisons(predicate.of);
    case 'atLeast':
      return typeof predicate.value === 'number'
        ? [{ fact: predicate.fact, value: predicate.value }]
        : [];
    case 'is':
    case 'chosen':
      return [];
  }
}
