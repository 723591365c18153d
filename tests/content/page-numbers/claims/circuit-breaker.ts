import type { Claim, Run } from '../example-run.ts';
import { inWords } from '../words.ts';

const pagesOf = (run: Run): number => run.noted('catalogue failed', /of (\d+)/);

export const page = 'resilience-and-fault-tolerance/circuit-breaker';

export const claims: readonly Claim[] = [
  { says: 'A shop has {} threads.', numbers: (run) => [inWords(run.knob('THREADS'))] },
  {
    says: 'From second {} to {} of {}, payment accepts calls',
    numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
  },
  {
    says: 'Without the breaker {} of {} catalogue pages fail',
    numbers: (run) => [run.cell('catalogue failed', 'without'), pagesOf(run)],
  },
  { says: 'with it, {}.', numbers: (run) => [run.cell('catalogue failed', 'with')] },
  {
    says: 'all threads are held at {} s, and the first timeout is counted at {} s',
    numbers: (run) => [
      run.moment('With the breaker', `all ${run.knob('THREADS')} threads held`).toFixed(1),
      run.moment('With the breaker', 'checkout: no answer in').toFixed(1),
    ],
  },
  {
    says: 'The price is {} orders put off after payment was back',
    numbers: (run) => [run.noted('checkout paid at once', /(\d+) refused while payment worked/)],
  },
  {
    says: 'Four threads end at most {} hung calls a second; over {} − {} s that is {}, so the minimum is {}',
    numbers: (run) => {
      const [timeoutS, windowS] = [run.knob('CALL_TIMEOUT_S'), run.knob('WINDOW_S')];
      const perSecond = run.knob('THREADS') / timeoutS;
      const calls = (perSecond * (windowS - timeoutS)).toFixed(1);
      return [perSecond.toFixed(2), windowS, timeoutS, calls, run.knob('MINIMUM_CALLS')];
    },
  },
];
