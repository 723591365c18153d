import { numberField, options } from './fields.ts';
import type { Question } from './question.ts';

/** Step 1: who shares the system. */
export const customersQuestion: Question = {
  id: 'customers',
  number: 10,
  step: 1,
  title: 'Do several customers share the system?',
  lead: 'A customer here is a company or a group whose data nobody else may see: a shop with a million buyers has one customer, itself.',
  why: 'Each row, query, limit and backup has to know whose data it is, and that is hard to add later. It decides what customers share and what each has alone.',
  fields: [
    {
      kind: 'one',
      fact: 'customers',
      label: 'Customers',
      options: options('customers', {
        one: ['One', 'all data is in the same hands'],
        shared: ['Many, sharing everything', 'each sees only its own rows'],
        isolated: ['Many, and some are kept apart', 'a contract, a law or their size demands it'],
      }),
    },
    numberField('customerCount', 'How many in a year', 'customers'),
  ],
};

/** Step 3: how soon clients follow a change, and how much they read at a time. */
export const upgradesQuestion: Question = {
  id: 'upgrades',
  number: 15,
  step: 3,
  title: 'Can you make the clients follow a change?',
  lead: 'A web app is new with the next reload. A phone is updated when its owner likes, and a partner when there is a budget for it.',
  why: 'It decides how the API may change, and how lists are read so that they still work when they are long.',
  fields: [
    {
      kind: 'one',
      fact: 'clientUpgrade',
      label: 'The slowest client follows',
      options: options('clientUpgrade', {
        'same-day': ['On the day of a release', 'you release it yourself'],
        weeks: ['Within weeks', 'most update by themselves'],
        never: ['When it likes', 'old versions keep calling for years'],
      }),
    },
    {
      kind: 'one',
      fact: 'listLength',
      label: 'The longest list has',
      options: options('listLength', {
        'under-10k': ['Under 10,000 rows', 'people page through it'],
        'under-1m': ['Under a million rows', 'people search in it'],
        more: ['A million rows or more', 'programs read it'],
      }),
    },
  ],
};
