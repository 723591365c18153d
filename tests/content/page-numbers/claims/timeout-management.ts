import type { Claim } from '../example-run.ts';

export const page = 'resilience-and-fault-tolerance/timeout-management';

export const claims: readonly Claim[] = [
  {
    says: '{} users arrive in {} s, and each waits {} s.',
    numbers: (run) => [run.noted('answered', /of (\d+)/), run.durationS, run.knob('PATIENCE_S')],
  },
  {
    says: 'From second {} to {} it takes {} times as long',
    numbers: (run) => [run.fault.fromS, run.fault.toS, run.knob('SLOW_FACTOR')],
  },
  {
    says: 'With a timeout of {} s for each hop, {} users are answered, and {} leave without a word.',
    numbers: (run) => [
      run.knob('HOP_TIMEOUT_S'),
      run.cell('answered', 'hops'),
      run.cell('left without a word', 'hops'),
    ],
  },
  {
    says: 'Stock is quick again at second {}, but the first new user is answered at {} s: it works {} s in vain',
    numbers: (run) => [
      run.fault.toS,
      run.moment('A timeout for each hop', 'a new user'),
      run.cell('stock busy in vain', 'hops'),
    ],
  },
  {
    says: 'that is at {} s; {} users are answered, and the other {} learn why not',
    numbers: (run) => [
      run.moment('One deadline, handed on', 'a new user'),
      run.cell('answered', 'deadline'),
      run.cell('told why not, in time', 'deadline'),
    ],
  },
  {
    says: 'work that is begun and cut off, {} s of it. The shop holds at most {} requests instead of {}.',
    numbers: (run) => [
      run.cell('stock busy in vain', 'deadline'),
      run.cell('most in the shop', 'deadline'),
      run.cell('most in the shop', 'hops'),
    ],
  },
];
