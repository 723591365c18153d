import { facts } from '../model/facts.ts';
import type { FactId, OptionOf } from '../model/facts.ts';
import { downtimeMinutes, minutesInWords } from '../model/months.ts';
import type { Field, Option } from './question.ts';

/** A label, what follows from it, and optionally its length as a bar. */
type OptionText = readonly [label: string, consequence: string, magnitude?: number];

/** Every option of a fact with its text, in the order in which they are written. */
export function options<F extends FactId>(
  _fact: F,
  texts: Readonly<Record<OptionOf<F>, OptionText>>,
): readonly Option<OptionOf<F>>[] {
  return (Object.keys(texts) as OptionOf<F>[]).map((id) => {
    const [label, consequence, magnitude] = texts[id];
    return { id, label, consequence, ...(magnitude === undefined ? {} : { magnitude }) };
  });
}

/** Availabilities with the downtime that each leaves; the bar is its share of the longest one. */
export function availabilityOptions(
  fact: 'availability' | 'outsideAvailability',
): readonly Option<OptionOf<'availability'>>[] {
  const longest = downtimeMinutes(Number(facts[fact].options[0]));
  return facts[fact].options.map((id) => {
    const minutes = downtimeMinutes(Number(id));
    return {
      id,
      label: facts[fact].words[id],
      consequence: `${minutesInWords(minutes)} a month`,
      magnitude: minutes / longest,
    };
  });
}

type NumberFactId = {
  [F in FactId]: (typeof facts)[F] extends { readonly kind: 'number' } ? F : never;
}[FactId];

/** A field for a number, within the bounds of its fact. */
export function numberField<F extends NumberFactId>(
  fact: F,
  label: string,
  unit: string,
): Field<F> {
  const { min, max } = facts[fact];
  return { kind: 'number', fact, label, unit, min, max };
}
