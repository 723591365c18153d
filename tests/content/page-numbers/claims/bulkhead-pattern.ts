import type { Claim } from '../example-run.ts';
import { inWords } from '../words.ts';

export const page = 'resilience-and-fault-tolerance/bulkhead-pattern';

export const claims: readonly Claim[] = [
  { says: 'A shop has {} threads.', numbers: (run) => [inWords(run.knob('THREADS'))] },
  {
    says: 'From second {} to {} of {}, reviews still answers, in {} s',
    numbers: (run) => [run.fault.fromS, run.fault.toS, run.durationS, run.knob('SLOW_S')],
  },
  { says: 'timeout of {} s', numbers: (run) => [run.knob('CALL_TIMEOUT_S')] },
  {
    says: 'Without a bulkhead {} of {} checkouts and {} of {} product pages find no free thread.',
    numbers: (run) =>
      ['checkout failed', 'product failed'].flatMap((row) => [
        run.cell(row, 'without'),
        run.noted(row, /of (\d+)/),
      ]),
  },
  {
    says: 'With a limit of {} {} does.',
    numbers: (run) => {
      const failed = run.cell('checkout failed', 'with') + run.cell('product failed', 'with');
      return [run.knob('LIMIT'), failed === 0 ? 'none' : failed];
    },
  },
  {
    says: 'The price: {} product pages have no reviews, against {}.',
    numbers: (run) => ['with', 'without'].map((column) => run.cell('without reviews', column)),
  },
  {
    says: 'Of these, {} came when reviews was quick again',
    numbers: (run) => [run.noted('without reviews', /the cost: (\d+) while reviews was quick/)],
  },
];
