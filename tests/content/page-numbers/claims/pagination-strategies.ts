import type { Claim } from '../example-run.ts';

export const page = 'api-design-and-patterns/pagination-strategies';

const thousands = (count: number): string => count.toLocaleString('en-US');

export const claims: readonly Claim[] = [
  {
    says: 'A shop has {} orders, and somebody reads them newest first, {} a page.',
    numbers: (run) => [thousands(run.knob('ROWS')), run.knob('PAGE_SIZE')],
  },
  {
    says: 'From page {}, {} orders come in with each page; from page {}, {} that were read are deleted',
    numbers: (run) => [
      run.moment('By offset', 'page 6 repeats'),
      run.knob('INSERTED'),
      run.moment('By offset', 'page 21 skips'),
      run.knob('DELETED'),
    ],
  },
  {
    says: 'By offset, {} orders are sent twice and {} never, and the last page reads {} rows.',
    numbers: (run) => [
      run.cell('sent twice', 'offset'),
      run.cell('never sent', 'offset'),
      thousands(run.cell('for the last page', 'offset')),
    ],
  },
  {
    says: 'By keyset both are {} and it reads {}.',
    numbers: (run) => [
      run.cell('sent twice', 'keyset') + run.cell('never sent', 'keyset'),
      run.cell('for the last page', 'keyset'),
    ],
  },
  {
    says: 'The whole walk reads {} rows in place of {}.',
    numbers: (run) => [
      thousands(run.cell('rows read in all', 'keyset')),
      thousands(run.cell('rows read in all', 'offset')),
    ],
  },
  {
    says: 'The price is a link of {} bytes in place of {}, and {} requests to see page {} where offset needs {}.',
    numbers: (run) => [
      run.cell('bytes of a link', 'keyset'),
      run.cell('bytes of a link', 'offset'),
      run.cell('to page 10', 'keyset'),
      10,
      run.cell('to page 10', 'offset'),
    ],
  },
];
