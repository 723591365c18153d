import { choice, number, variant } from './fact-kinds.ts';

/** Who shares the system, how soon its clients follow a change, and what runs beside requests. */
export const sharingFacts = {
  customers: choice(
    {
      one: 'one customer',
      shared: 'many customers that share everything',
      isolated: 'many customers, some of them kept apart',
    },
    'one',
  ),
  customerCount: number({ min: 1, max: 10_000_000, default: 1 }, 'customer', 'customers'),
  clientUpgrade: choice(
    {
      'same-day': 'the day of a release',
      weeks: 'some weeks after a release',
      never: 'no day that you can set',
    },
    'weeks',
  ),
  listLength: choice(
    {
      'under-10k': 'fewer than 10,000 rows',
      'under-1m': 'fewer than a million rows',
      more: 'a million rows or more',
    },
    'under-10k',
  ),
  schedules: variant(
    { none: 'nothing on a schedule', some: 'work that runs at set times' },
    'none',
  ),
} as const;
