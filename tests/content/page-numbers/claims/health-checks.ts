import type { Claim, Run } from '../example-run.ts';

/** How the first run of the health checks is called. */
const oneAnswer = 'One deep check for all probes';
const pagesOf = (run: Run): number => run.noted('catalogue failed', /of (\d+)/);

export const page = 'resilience-and-fault-tolerance/health-checks';

export const claims: readonly Claim[] = [
  {
    says: 'the database is slow from second {} to {} of {}',
    numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
  },
  {
    says: 'pod {} alone loses it from second {}, and pod {} deadlocks at second {}',
    numbers: (run) => [
      3,
      run.moment(oneAnswer, 'pod 3 loses the database'),
      2,
      run.moment(oneAnswer, 'pod 2 deadlocks'),
    ],
  },
  { says: 'when fewer than {} % are ready', numbers: (run) => [run.knob('PANIC_PCT')] },
  {
    says: 'With one answer {} of {} catalogue pages fail',
    numbers: (run) => [run.cell('catalogue failed', 'one'), pagesOf(run)],
  },
  {
    says: 'restarted between {} and {} s',
    numbers: (run) => [
      run.moment(oneAnswer, 'pod 2: restart 1').toFixed(1),
      run.moment(oneAnswer, 'pod 3: restart 1').toFixed(1),
    ],
  },
  {
    says: 'With three, {} fail, all by the deadlock, and {} restart is made in place of {}:',
    numbers: (run) => [
      run.cell('catalogue failed', 'three'),
      run.cell('restarts', 'three'),
      run.cell('restarts', 'one'),
    ],
  },
  {
    says: 'Of the orders {} and {} fail',
    numbers: (run) => [run.cell('orders failed', 'one'), run.cell('orders failed', 'three')],
  },
  {
    says: 'is restarted at {} s in both',
    numbers: (run) => {
      const [one, three] = [
        run.moment(oneAnswer, 'pod 2: restart 2'),
        run.moment('Three questions', 'pod 2: restart 1'),
      ];
      return [one === three ? one.toFixed(1) : NaN];
    },
  },
];
