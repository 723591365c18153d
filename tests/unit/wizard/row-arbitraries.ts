import fc from 'fast-check';
import type { ListColumn, ListFact } from '../../../src/wizard/model/list-kinds.ts';

/** Names that rows share, so that references meet rows that exist, and rows that do not. */
const names = [
  'records',
  'accounts',
  'orders',
  'payments',
  'catalog',
  'Order placed',
  'order',
  '3D print',
  'Größe-2',
  '注文',
  'Zahlung éinziehen',
  'заказ',
  'shipping',
];

type Random = () => number;

/**
 * Rows as the page keeps them: names differ also as slugs, references may lead nowhere. They are made
 * from two numbers, since a thousand cells of one arbitrary each would take longer than what is tested.
 */
export function rowsArbitrary(kind: ListFact): fc.Arbitrary<unknown> {
  const count = fc.integer({ min: kind.least, max: kind.most });
  return fc.tuple(count, fc.nat()).map(([wanted, seed]) => {
    const random = randomFrom(seed);
    return shuffled(names, random)
      .slice(0, wanted)
      .map((name) => rowOf(kind, name, random));
  });
}

function rowOf({ columns }: ListFact, name: string, random: Random): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([id, column]) => [id, cellOf(column, name, random)]),
  );
}

function cellOf(column: ListColumn, name: string, random: Random): unknown {
  switch (column.kind) {
    case 'name':
      return name;
    case 'choice':
      return column.options[Math.floor(random() * column.options.length)];
    case 'flag':
      return random() < 0.5;
    case 'number':
    case 'ordinal':
      return column.min + Math.floor(random() ** 8 * (column.max - column.min + 1));
    case 'reference':
      return random() < 0.1 ? '' : shuffled(names, random)[0];
    case 'references':
      return shuffled(names, random).slice(0, Math.floor(random() * 13));
  }
}

function shuffled(entries: readonly string[], random: Random): readonly string[] {
  const rest = [...entries];
  return entries.flatMap(() => rest.splice(Math.floor(random() * rest.length), 1));
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
