import { facts } from './facts.ts';
import type { FactId, Facts } from './facts.ts';
import type { AnyRow } from './list-kinds.ts';

/** Says a fact's value in words that stand in the middle of a sentence, such as "5 engineers". */
export function factInWords<F extends FactId>(fact: F, value: Facts[F]): string {
  const kind = facts[fact];
  if (kind.kind === 'number') {
    const [singular, plural] = kind.unit;
    return `${grouped(value as number)} ${value === 1 ? singular : plural}`;
  }
  if (kind.kind === 'list') {
    const names = (value as readonly AnyRow[]).map(({ name }) => name);
    return names.length === 0 ? kind.none : joinWords(names);
  }
  const words: Readonly<Record<string, string>> = kind.words;
  if (typeof value === 'string') return words[value] ?? value;
  const entries = value as readonly string[];
  if (kind.kind === 'rank') return entries.map((entry) => words[entry] ?? entry).join(', then ');
  const said = kind.options.filter((option) => entries.includes(option));
  return said.length === 0
    ? noneOf(kind)
    : joinWords(said.map((option) => words[option] ?? option));
}

function noneOf(kind: (typeof facts)[FactId]): string {
  return kind.kind === 'set' ? kind.none : '';
}

/** Joins words as English does: "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** 12000 → "12,000"; done by hand so that the text is the same in every locale. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
}
