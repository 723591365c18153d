import type { Claim, Run } from '../example-run.ts';

/** How the runs are called. */
const loop = 'An undo loop in memory';
const log = 'A log before each step';

const ordersOf = (run: Run): number => run.noted('paid', /of (\d+)/);

export const page = 'resilience-and-fault-tolerance/compensation';

export const claims: readonly Claim[] = [
  {
    says: 'Payment is down from second {} to {}.',
    numbers: (run) => [run.moment(loop, 'payment is down'), run.moment(loop, 'payment is back')],
  },
  {
    says: 'the shop crashes at second {} and is back at {}',
    numbers: (run) => [run.moment(log, 'shop is down'), run.moment(log, 'shop is back')],
  },
  {
    says: 'leaves {} of {} orders held, and nobody knows: stock of {}, money of {}, and {} van.',
    numbers: (run) => [
      ordersOf(run) - run.cell('paid', 'loop') - run.cell('undone', 'loop'),
      ordersOf(run),
      run.cell('stock held', 'loop'),
      run.cell('money held', 'loop'),
      run.cell('vans held', 'loop'),
    ],
  },
  {
    says: 'With the log nothing is held: {} orders are paid, {} undone, and {} is with a person.',
    numbers: (run) => {
      const held = ['stock held', 'money held', 'vans held'].map((row) => run.cell(row, 'log'));
      if (held.some((count) => count !== 0)) return [];
      return [run.cell('paid', 'log'), run.cell('undone', 'log'), run.cell('with a person', 'log')];
    },
  },
  {
    says: 'The price is {} log entries, and {} requests in place of {}.',
    numbers: (run) => [
      run.cell('log entries', 'log'),
      run.cell('requests', 'log'),
      run.cell('requests', 'loop'),
    ],
  },
  {
    says: 'The slowest undo takes {} s',
    numbers: (run) => [run.cell('slowest undo, in s', 'log')],
  },
];
