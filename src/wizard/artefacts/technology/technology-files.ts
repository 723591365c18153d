import type { Generator } from '../generator.ts';
import { radar } from './radar.ts';

/** Output 9, beside the records: what is used, tried, watched and ruled out. */
export const technologyFiles: Generator = (context) => [
  {
    path: 'radar.csv',
    text: radar(context),
    checkedBy: 'column check',
    madeFrom: 'all decisions and what they rule out',
  },
];
