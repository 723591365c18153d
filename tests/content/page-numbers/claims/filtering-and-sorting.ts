import type { Claim } from '../example-run.ts';

export const page = 'api-design-and-patterns/filtering-and-sorting';

const grouped = (count: number): string => count.toLocaleString('en-US');

export const claims: readonly Claim[] = [
  { says: '{} orders each.', numbers: (run) => [run.knob('ORDERS')] },
  {
    says: 'Of {} requests three are attacks.',
    numbers: (run) => [run.noted('wrong answers', /of (\d+)/)],
  },
  {
    says: 'Pasted, {} answers are wrong and {} orders of others are shown,',
    numbers: (run) => [
      run.cell('wrong answers', 'pasted'),
      grouped(run.cell("others' orders", 'pasted')),
    ],
  },
  {
    says: 'From the list {} are wrong and {} are of others.',
    numbers: (run) => [run.cell('wrong answers', 'allowed'), run.cell("others' orders", 'allowed')],
  },
  {
    says: 'The price is {} refusals,',
    numbers: (run) => [run.cell('refused', 'allowed')],
  },
  {
    says: "No statement from the list reads more than {} rows, the tenant's own; pasted, one reads {}.",
    numbers: (run) => [
      run.cell('most rows read', 'allowed'),
      grouped(run.cell('most rows read', 'pasted')),
    ],
  },
  {
    says: 'Pasted it loses {} orders:',
    numbers: (run) => [run.cell('skipped', 'pasted')],
  },
];
