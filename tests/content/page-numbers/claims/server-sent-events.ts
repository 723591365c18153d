import type { Claim, Run } from '../example-run.ts';

const tablets = (run: Run): number => run.noted('tablets off', /of (\d+)/);
const plain = (run: Run, row: string): number => run.cell(row, 'plain');
const resumable = (run: Run, row: string): number => run.cell(row, 'resumable');

export const page = 'api-design-and-patterns/server-sent-events';

export const claims: readonly Claim[] = [
  { says: '{} tablets in a warehouse show new orders.', numbers: (run) => [tablets(run)] },
  {
    says: 'From second {} to {} of {} a deploy; from {} to {} one tablet',
    numbers: (run) => [
      run.fault.fromS,
      run.fault.toS,
      run.durationS,
      run.moment('Plain events', 'tablet 1 unreachable'),
      run.moment('Plain events', 'both are back'),
    ],
  },
  {
    says: 'all {} tablets come back in the same second, the door takes {}, and {} are off for good;',
    numbers: (run) => [
      plain(run, 'most in 1 s'),
      tablets(run) - plain(run, 'tablets off'),
      plain(run, 'tablets off'),
    ],
  },
  {
    says: '{} of {} showings never happen.',
    numbers: (run) => [plain(run, 'never shown'), run.noted('never shown', /of (\d+)/)],
  },
  {
    says: 'none is off and {} are missed, and at most {} connect in one second.',
    numbers: (run) => [
      Math.max(resumable(run, 'never shown'), resumable(run, 'tablets off')),
      resumable(run, 'most in 1 s'),
    ],
  },
  {
    says: 'Up to {} events wait for the slow tablet in the plain server, {} in the other.',
    numbers: (run) => [plain(run, 'most waiting'), resumable(run, 'most waiting')],
  },
  {
    says: 'The price is {} orders that come late',
    numbers: (run) => [resumable(run, 'sent late')],
  },
  {
    says: 'and {} whole lists in place of {}: the tablet in the dead spot was away for longer than {} orders.',
    numbers: (run) => [resumable(run, 'whole lists'), plain(run, 'whole lists'), run.knob('KEEP')],
  },
];
