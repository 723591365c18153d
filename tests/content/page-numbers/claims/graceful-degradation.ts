import type { Claim, Run } from '../example-run.ts';

/** How the first run of graceful degradation is called. */
const whole = 'All or nothing';
const degraded = 'With graceful degradation';
const visitorsOf = (run: Run): number => run.noted('no page', /of (\d+)/);
const patience = 'visitor: no answer in 2 s';

export const page = 'resilience-and-fault-tolerance/graceful-degradation';

export const claims: readonly Claim[] = [
  { says: 'In {} s four things go wrong', numbers: ({ durationS }) => [durationS] },
  {
    says: 'Reviews refuse from second {} to {}, and offers are slower than anybody waits from {} to {}',
    numbers: (run) => [
      run.fault.fromS,
      run.fault.toS,
      run.moment(whole, 'offers slow'),
      run.moment(whole, 'offers slow: over'),
    ],
  },
  {
    says: 'At {} a sale brings {} more visitors a second, and at {} the price hangs',
    numbers: (run) => [
      run.moment(whole, 'sale'),
      run.knob('SALE_PER_S'),
      run.moment(whole, 'price down'),
    ],
  },
  {
    says: 'Visitors leave after {} s',
    numbers: (run) => [run.moment(whole, patience) > 0 ? 2 : NaN],
  },
  {
    says: 'All or nothing leaves {} of {} visitors without a page',
    numbers: (run) => [run.cell('no page', 'whole'), visitorsOf(run)],
  },
  {
    says: 'With degradation it is {}, for want of a price',
    numbers: (run) => [run.cell('no page', 'degraded')],
  },
  {
    says: 'Reviews are up to {} s old',
    numbers: (run) => [run.cell('oldest reviews', 'degraded').toFixed(1)],
  },
  {
    says: 'turns them off at second {}',
    numbers: (run) => [run.moment(degraded, 'switch: offers off')],
  },
  {
    says: '{} full pages in place of {}',
    numbers: (run) => [run.cell('full page', 'degraded'), run.cell('full page', 'whole')],
  },
  {
    says: 'Another {} show something old, and {} lack a part',
    numbers: (run) => [
      run.cell('with an old part', 'degraded'),
      run.cell('without a part', 'degraded'),
    ],
  },
];
