import type { Claim } from '../example-run.ts';

export const page = 'resilience-and-fault-tolerance/retry-patterns';

export const claims: readonly Claim[] = [
  {
    says: 'Four workers serve {} requests a second',
    numbers: (run) => [run.noted('attempts sent', /serve (\d+) a second/)],
  },
  { says: '{} requests arrive each second', numbers: (run) => [run.knob('LOAD_PER_S')] },
  { says: 'make at most {} attempts', numbers: (run) => [run.knob('ATTEMPTS')] },
  {
    says: 'From second {} to {} of {}, the server works at half speed',
    numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
  },
  {
    says: 'at {} s the queue is full',
    numbers: (run) => [run.moment('Retries without a budget', 'server: queue full')],
  },
  {
    says: '{} of {} requests are answered.',
    numbers: (run) => [
      run.cell('answered in time', 'without'),
      run.noted('answered in time', /of (\d+)/),
    ],
  },
  {
    says: 'busy all the while, {} times for a caller who had left',
    numbers: (run) => [run.cell('work for nobody', 'without')],
  },
  {
    says: 'With the budget, {} retries are sent and then none; by {} s it answers again, and {} requests are answered in all.',
    numbers: (run) => [
      run.cell('attempts sent', 'with') - run.noted('answered in time', /of (\d+)/),
      run.moment('Retries with a budget', 'answers again'),
      run.cell('answered in time', 'with'),
    ],
  },
  {
    says: 'The work of {} requests was done more than once, with the budget of {}.',
    numbers: (run) => [
      run.cell('done more than once', 'without'),
      run.cell('done more than once', 'with'),
    ],
  },
];
