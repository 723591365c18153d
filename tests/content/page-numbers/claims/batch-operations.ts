import type { Claim, Run } from '../example-run.ts';

export const page = 'api-design-and-patterns/batch-operations';

const sent = (run: Run) => run.noted('counted too often', /of (\d+) receipts/);
const unknown = (run: Run) => run.cell('fate not known', 'whole');

export const claims: readonly Claim[] = [
  {
    says: 'An importer sends {} receipts, {} of them bad, while {} customers check out.',
    numbers: (run) => [sent(run), run.knob('BAD'), run.noted('checkout failed', /of (\d+)/)],
  },
  {
    says: 'from second {} to {} of {};',
    numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
  },
  { says: '{} % of the commits lose their answer', numbers: (run) => [run.knob('LOST_PCT')] },
  { says: "the importer's timeout is {} s.", numbers: (run) => [run.knob('TIMEOUT_S')] },
  {
    says: 'chunks of {}, {} at once',
    numbers: (run) => [run.knob('CHUNK'), run.knob('WORKERS')],
  },
  {
    says: 'Whole, {} receipts are counted too often: the {} good ones stand there three times',
    numbers: (run) => {
      const again = run.cell('counted too often', 'whole');
      return [again, again === 2 * unknown(run) ? unknown(run) : NaN];
    },
  },
  {
    says: '{} changes are made in vain, and {} of {} checkouts fail',
    numbers: (run) => [
      run.cell('changes in vain', 'whole'),
      run.cell('checkout failed', 'whole'),
      run.noted('checkout failed', /of (\d+)/),
    ],
  },
  {
    says: 'In chunks it is {}, {} and {}, and the import takes {} s.',
    numbers: (run) =>
      ['counted too often', 'changes in vain', 'checkout failed', 'import, in s'].map((row) =>
        run.cell(row, 'chunks'),
      ),
  },
  {
    says: 'The price is {} requests in place of {}.',
    numbers: (run) => ['chunks', 'whole'].map((column) => run.cell('requests for it', column)),
  },
];
