import type { FactId, Facts } from '../model/facts.ts';
import { measures } from '../model/measures.ts';
import type { Measure, MeasureId } from '../model/measures.ts';
import type { Predicate, RuleBook } from '../rules/rule.ts';

/** The numbers that rules compare facts and measures with. */
interface Thresholds {
  readonly facts: ReadonlyMap<FactId, ReadonlySet<number>>;
  readonly measures: readonly { readonly measure: MeasureId; readonly value: number }[];
}

type Comparison =
  | { readonly fact: FactId; readonly value: number }
  | { readonly measure: MeasureId; readonly value: number };

const known = new WeakMap<RuleBook, Thresholds>();

/**
 * The values nearest to the present one at which some rule changes its mind about a number, while
 * all other facts stay as they are.
 */
export function turningPoints(
  fact: FactId,
  { min, max }: { readonly min: number; readonly max: number },
  facts: Facts,
  book: RuleBook,
): readonly number[] {
  const present = Number(facts[fact]);
  const { facts: direct, measures: derived } = thresholds(book);
  const own = [...(direct.get(fact) ?? [])].map((value) => (present < value ? value : value - 1));
  const through = derived.flatMap(({ measure, value }) => {
    const found: Measure = measures[measure];
    if (!found.facts.includes(fact)) return [];
    const holds = (at: number): boolean => found.value({ ...facts, [fact]: at }) >= value;
    return [crossing(holds, present, min), crossing(holds, present, max)];
  });
  return [...new Set([...own, ...through])].filter(
    (value): value is number =>
      value !== undefined && value >= min && value <= max && value !== present,
  );
}

/** The number nearest to `from`, towards `end`, where the answer is another one; by halving, since it changes once. */
function crossing(holds: (at: number) => boolean, from: number, end: number): number | undefined {
  const before = holds(from);
  if (holds(end) === before) return undefined;
  let near = from;
  let far = end;
  while (Math.abs(far - near) > 1) {
    const middle = Math.trunc((near + far) / 2);
    if (holds(middle) === before) near = middle;
    else far = middle;
  }
  return far;
}

function thresholds(book: RuleBook): Thresholds {
  const found = known.get(book) ?? findThresholds(book);
  known.set(book, found);
  return found;
}

function findThresholds(book: RuleBook): Thresholds {
  const facts = new Map<FactId, Set<number>>();
  const derived = new Map<string, { readonly measure: MeasureId; readonly value: number }>();
  for (const each of [...book.rules, ...book.tensions].flatMap((rule) => comparisons(rule.when))) {
    if ('measure' in each) derived.set(`${each.measure} ${each.value}`, each);
    else facts.set(each.fact, new Set([...(facts.get(each.fact) ?? []), each.value]));
  }
  return { facts, measures: [...derived.values()] };
}

function comparisons(predicate: Predicate): readonly Comparison[] {
  switch (predicate.kind) {
    case 'all':
    case 'any':
      return predicate.of.flatMap(comparisons);
    case 'not':
      return comparisons(predicate.of);
    case 'reaches':
      return [predicate];
    case 'atLeast':
      return typeof predicate.value === 'number'
        ? [{ fact: predicate.fact, value: predicate.value }]
        : [];
    case 'is':
    case 'chosen':
      return [];
  }
}
