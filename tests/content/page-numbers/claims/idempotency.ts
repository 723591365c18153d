import type { Claim } from '../example-run.ts';

export const page = 'resilience-and-fault-tolerance/idempotency';

export const claims: readonly Claim[] = [
  {
    says: 'for {} purchases and one more that comes under a used key',
    numbers: (run) => [run.noted('paid', /of (\d+)/) - 1],
  },
  {
    says: 'The provider is slow from second {} to {}',
    numbers: ({ fault }) => [fault.fromS, fault.toS],
  },
  { says: '{} % of the answers get lost', numbers: (run) => [run.knob('LOST_PCT')] },
  {
    says: 'Looked up first, there are {} extra charges and {} extra orders, and {} customer is told of a payment that was not made.',
    numbers: (run) => [
      run.cell('extra charges', 'look'),
      run.cell('extra orders', 'look'),
      run.cell('wrong answers', 'look'),
    ],
  },
  {
    says: 'Claimed first, each of the three is {}.',
    numbers: (run) => {
      const rows = ['extra charges', 'extra orders', 'wrong answers'];
      return [Math.max(...rows.map((row) => run.cell(row, 'claim')))];
    },
  },
  {
    says: 'The price is {} SQL statements in place of {}, {} times a 409, and the slowest answer takes {} s in place of {}',
    numbers: (run) => [
      run.cell('SQL statements', 'claim'),
      run.cell('SQL statements', 'look'),
      run.cell('told to wait', 'claim'),
      run.cell('slowest, in s', 'claim'),
      run.cell('slowest, in s', 'look'),
    ],
  },
];
