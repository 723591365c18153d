import type { Claim, Run } from '../example-run.ts';

/** How the runs are called. */
const looking = 'Look the key up, store it last';
const claiming = 'Claim the key first';

/** The purchase whose charge the shop does not survive. */
function lostInCrash(run: Run): number[] {
  const twice = run.moment(looking, 'purchase 14 charged again');
  return twice > run.moment(looking, 'shop is up again') ? [14] : [];
}

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
  { says: 'The shop crashes when purchase {} is charged', numbers: lostInCrash },
  {
    says: 'Purchase {} comes again at second {}.',
    numbers: (run) => {
      const moments = [looking, claiming].map((title) =>
        run.moment(title, 'purchase 5 asks again'),
      );
      const seconds = new Set(moments.map((moment) => Math.round(moment)));
      return seconds.size === 1 ? [5, ...seconds] : [];
    },
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
    says: 'The price is {} SQL statements in place of {}, {} requests that are told to wait, and the slowest answer takes {} s in place of {}: purchase {} waits',
    numbers: (run) => [
      run.cell('SQL statements', 'claim'),
      run.cell('SQL statements', 'look'),
      run.cell('told to wait', 'claim'),
      run.cell('slowest, in s', 'claim'),
      run.cell('slowest, in s', 'look'),
      ...lostInCrash(run),
    ],
  },
];
