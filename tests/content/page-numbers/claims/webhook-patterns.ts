import type { Claim } from '../example-run.ts';

export const page = 'api-design-and-patterns/webhook-patterns';

export const claims: readonly Claim[] = [
  {
    says: 'A provider takes {} payments',
    numbers: (run) => [run.noted('never shipped', /of (\d+) paid/)],
  },
  {
    says: 'The shop is down from second {} to {} of {};',
    numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
  },
  { says: '{} % of the answers get lost', numbers: (run) => [run.knob('LOST_PCT')] },
  { says: 'its provider tries up to {} times', numbers: (run) => [run.knob('TRIES')] },
  {
    says: 'Trusting, {} of {} paid orders are never shipped, {} shipments are repeats and {} were paid by nobody.',
    numbers: (run) => [
      run.cell('never shipped', 'trusting'),
      run.noted('never shipped', /of (\d+) paid/),
      run.cell('shipped again', 'trusting'),
      run.cell('shipped unpaid', 'trusting'),
    ],
  },
  {
    says: 'Careful, each of the three is {}.',
    numbers: (run) => {
      const rows = ['never shipped', 'shipped again', 'shipped unpaid'];
      return [Math.max(...rows.map((row) => run.cell(row, 'careful')))];
    },
  },
  {
    says: 'The price is {} deliveries in place of {}, and the slowest order waits {} s',
    numbers: (run) => [
      run.cell('deliveries sent', 'careful'),
      run.cell('deliveries sent', 'trusting'),
      run.cell('slowest, in s', 'careful'),
    ],
  },
];
