import type { Claim } from '../example-run.ts';
import { inWords } from '../words.ts';

/** Title of the run without backpressure. */
const OPEN_DOOR = 'Everybody is let in';

export const page = 'resilience-and-fault-tolerance/backpressure';

export const claims: readonly Claim[] = [
  { says: 'it has {} workers', numbers: (run) => [inWords(run.knob('WORKERS'))] },
  { says: 'Users wait {} s', numbers: (run) => [run.knob('PATIENCE_S')] },
  {
    says: 'At second {} an archive imports {} pictures',
    numbers: (run) => {
      const pictures = 16;
      const text = `import of ${pictures} pictures`;
      return [run.moment(OPEN_DOOR, text), pictures];
    },
  },
  {
    says: 'from second {} to {} of {}, {} times as many users come',
    numbers: (run) => [run.fault.fromS, run.fault.toS, run.durationS, inWords(run.knob('BURST'))],
  },
  {
    says: 'a line of {}, a deadline check and a window of {}',
    numbers: (run) => [run.knob('QUEUE'), run.knob('WINDOW')],
  },
  {
    says: '{} of {} requests are answered in time',
    numbers: (run) => [
      run.cell('useful answers', 'without'),
      run.noted('useful answers', /of (\d+)/),
    ],
  },
  {
    says: '{} are worked on after their users have gone',
    numbers: (run) => [run.cell('done for nobody', 'without')],
  },
  {
    says: 'no useful answer for {} s, until second {}',
    numbers: (run) => [10, run.moment(OPEN_DOOR, 'useful again, after 10 s')],
  },
  {
    says: 'The import alone does it for {} s.',
    numbers: (run) => [run.moment(OPEN_DOOR, 'useful again, after 4 s') === 8 ? 4 : NaN],
  },
  { says: 'With the short line {} are,', numbers: (run) => [run.cell('useful answers', 'with')] },
  {
    says: 'The price: {} users are refused at once, and the import is done at {} s in place of {}.',
    numbers: (run) => [
      run.cell('refused', 'with'),
      run.cell('import done at', 'with'),
      run.cell('import done at', 'without'),
    ],
  },
];
