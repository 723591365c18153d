import type { Claim } from '../example-run.ts';

export const page = 'api-design-and-patterns/api-versioning';

export const claims: readonly Claim[] = [
  {
    says: 'on day {} `name` becomes two fields, on day {} a number becomes',
    numbers: (run) => [
      run.moment('One shape, the newest', 'v2 goes live'),
      run.moment('One shape, the newest', 'v3 goes live'),
    ],
  },
  {
    says: 'With one shape, {} of {} calls fail, all unannounced, and one client is broken for {} days:',
    numbers: (run) => [
      run.cell('calls failed', 'newest'),
      run.noted('calls failed', /of (\d+)/),
      run.cell('longest, in days', 'newest'),
    ],
  },
  {
    says: 'With versions {} calls fail, {} of them outside of the brownouts, and nobody is broken for longer than {} days.',
    numbers: (run) => [
      run.cell('calls failed', 'versions'),
      run.cell('outside brownouts', 'versions'),
      run.cell('longest, in days', 'versions'),
    ],
  },
  {
    says: 'the first shape is kept for {} days after it had a successor, {} of them after its date',
    numbers: (run) => [
      run.cell('v1 kept, days', 'versions'),
      run.cell('v1 kept, days', 'versions') - run.knob('SUPPORT_DAYS'),
    ],
  },
  {
    says: '{} client was phoned.',
    numbers: (run) => [run.cell('clients phoned', 'versions')],
  },
];
