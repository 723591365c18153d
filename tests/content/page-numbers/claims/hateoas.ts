import type { Claim } from '../example-run.ts';
import { inWords } from '../words.ts';

export const page = 'api-design-and-patterns/hateoas';

export const claims: readonly Claim[] = [
  {
    says: 'work through {} orders in each of {} releases. The server changes {} times:',
    numbers: (run) => {
      const releases = run.knob('CHANGES') + 1;
      const tasks = run.noted('tasks done', /of (\d+)/);
      return [inWords(tasks / releases), inWords(releases), inWords(releases - 1)];
    },
  },
  {
    says: 'Built in, {} of {} tasks get done and {} requests are refused:',
    numbers: (run) => [
      run.cell('tasks done', 'built-in'),
      run.noted('tasks done', /of (\d+)/),
      run.cell('refused requests', 'built-in'),
    ],
  },
  {
    says: 'Followed, it is {} of {} and {}.',
    numbers: (run) => [
      run.cell('tasks done', 'followed'),
      run.noted('tasks done', /of (\d+)/),
      run.cell('refused requests', 'followed'),
    ],
  },
  {
    says: 'The price is {} requests, {} of them to read the entry, and {} bytes for a new order in place of {}.',
    numbers: (run) => [
      run.cell('requests', 'followed'),
      run.cell('of the entry', 'followed'),
      run.cell('bytes an order', 'followed'),
      run.cell('bytes an order', 'built-in'),
    ],
  },
];
