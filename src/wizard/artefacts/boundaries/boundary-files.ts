import type { Generator } from '../generator.ts';
import { boundaries } from './boundaries.ts';
import { catalogInfo } from './catalog.ts';

/** Output 1: who owns what, and why the borders are where they are. */
export const boundaryFiles: Generator = (context) => [
  {
    path: 'boundaries.md',
    text: boundaries(context),
    checkedBy: 'markdownlint',
    madeFrom: 'style (1), data ownership (14) and the capabilities',
  },
  {
    path: 'catalog-info.yaml',
    text: catalogInfo(context),
    checkedBy: 'Backstage catalog model',
    madeFrom: 'style (1), data ownership (14) and the contracts',
  },
];
