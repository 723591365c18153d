import type { Claim } from '../example-run.ts';
import { capital, inWords } from '../words.ts';

export const page = 'api-design-and-patterns/restful-apis';

export const claims: readonly Claim[] = [
  {
    says: '{} clerks add an item each',
    numbers: (run) => [capital(inWords(run.knob('CLERKS')))],
  },
  { says: 'and {} answers are lost', numbers: (run) => [inWords(run.knob('LOST_ANSWERS'))] },
  {
    says: 'Without preconditions {} of {} items are kept and {} orders are made.',
    numbers: (run) => [
      run.cell('items kept', 'without'),
      run.noted('items kept', /of (\d+)/),
      run.cell('orders made', 'without'),
    ],
  },
  {
    says: 'With them, {} of {} and {}:',
    numbers: (run) => [
      run.cell('items kept', 'with'),
      run.noted('items kept', /of (\d+)/),
      run.cell('orders made', 'with'),
    ],
  },
  {
    says: 'The price is {} requests in place of {}.',
    numbers: (run) => [run.cell('requests', 'with'), run.cell('requests', 'without')],
  },
];
