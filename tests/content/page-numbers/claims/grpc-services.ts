import type { Claim, Run } from '../example-run.ts';

const without = 'without';
const with_ = 'with';

/** Parcels of the first van, and its places, from the note of a figure. */
const parcels = (run: Run): number => run.noted('scanned in vain', /(\d+) parcels/);
const places = (run: Run): number => run.noted('scanned in vain', /room for (\d+)/);

export const page = 'api-design-and-patterns/grpc-services';

export const claims: readonly Claim[] = [
  {
    says: 'From second {} to {} of {} its map is slow, {} s a measurement',
    numbers: (run) => [run.fault.fromS, run.fault.toS, run.durationS, run.knob('SLOW_S')],
  },
  { says: 'Shoppers wait {} s;', numbers: (run) => [run.knob('DEADLINE_S')] },
  {
    says: 'scans {} parcels into a van for {}',
    numbers: (run) => [parcels(run), places(run)],
  },
  { says: 'a driver is cut {} times', numbers: (run) => [run.knob('CUTS')] },
  {
    says: 'Without deadlines {} of {} routes are planned',
    numbers: (run) => [
      run.cell('routes planned', without),
      run.noted('routes planned', /of (\d+)/),
    ],
  },
  { says: 'quick again at second {}', numbers: (run) => [run.fault.toS] },
  {
    says: 'the roads measure {} times for nobody, and {} measurements are of the missing address',
    numbers: (run) => [
      run.cell('measured for nobody', without),
      run.cell('asked in vain', without),
    ],
  },
  {
    says: 'tokens {} are planned, {} measurements are for nobody and {} of the missing address',
    numbers: (run) => [
      run.cell('routes planned', with_),
      run.cell('measured for nobody', with_),
      run.cell('asked in vain', with_),
    ],
  },
  {
    says: 'The phone is {} s behind in place of {} s, for which it does not see {} positions',
    numbers: (run) => [
      run.cell('phone behind, in s', with_),
      run.cell('phone behind, in s', without),
      run.cell('positions left out', with_),
    ],
  },
  {
    says: 'The loader learns after {} scans in place of {}, and {} stops are missed in place of {}',
    numbers: (run) => [
      places(run) + run.cell('scanned in vain', with_),
      places(run) + run.cell('scanned in vain', without),
      run.cell('stops missed', with_),
      run.cell('stops missed', without),
    ],
  },
  {
    says: 'Tokens reach back {} stops, which is enough here: the whole list is read {} time',
    numbers: (run) => [run.knob('KEPT'), run.cell('whole lists read', with_)],
  },
];
