import { slugOf } from '../slug.ts';
import { spoken } from './spelling.ts';
import { deed, optional, ref, state, text } from './word.ts';
import type { Word } from './word.ts';
import { contentWords } from './words-content.ts';
import { exchangeWords } from './words-exchange.ts';
import { noticeWords } from './words-notices.ts';
import { peopleWords } from './words-people.ts';
import { tenantWords } from './words-tenants.ts';
import { tradeWords } from './words-trade.ts';
import { workWords } from './words-work.ts';

const byName = new Map<string, Word>(
  [
    ...tradeWords,
    ...peopleWords,
    ...tenantWords,
    ...contentWords,
    ...workWords,
    ...exchangeWords,
    ...noticeWords,
  ].flatMap((word) => word.names.map((name) => [name, word] as const)),
);

/** Endings whose singular is not found by dropping an "s". */
const irregular: readonly (readonly [ending: RegExp, singular: string])[] = [
  [/ies$/u, 'y'],
  [/(ss|sh|ch|x|z)es$/u, '$1'],
  [/(ss|us|is)$/u, '$1'],
  [/s$/u, ''],
];

/** What an area of that name keeps: known words first, else a shape that fits everything. */
export function wordFor(name: string): Word {
  return byName.get(name.trim().toLowerCase()) ?? unknownWord(slugOf(name));
}

function unknownWord(id: string): Word {
  const singular = singularOf(id);
  const said = spoken(singular);
  return {
    names: [],
    singular,
    plural: singular === id ? pluralOf(id) : id,
    fields: [
      text('name', `First ${said}`),
      optional(text('description', `What is known about this ${said}`)),
      ref('ownerId'),
      state('active', 'archived'),
    ],
    step: deed(
      `update the ${said}`,
      `restore the ${said}`,
      `${singular}-updated`,
      `${singular}-restored`,
    ),
  };
}

function singularOf(id: string): string {
  const found = irregular.find(([ending]) => ending.test(id));
  return found === undefined ? id : id.replace(found[0], found[1]);
}

function pluralOf(id: string): string {
  if (/[^aeiou]y$/u.test(id)) return id.replace(/y$/u, 'ies');
  return /(s|sh|ch|x|z)$/u.test(id) ? `${id}es` : `${id}s`;
}
