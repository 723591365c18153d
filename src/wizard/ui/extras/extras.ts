import type { Extra } from './extra.ts';

/** The parts of the result that load when they are opened, in the order of the page. */
export const extras: readonly Extra[] = [
  {
    id: 'reading',
    title: 'Reading path',
    note: 'the patterns behind this design, in the order to learn them',
    load: async () => (await import('../reading/reading-extra.ts')).readingExtra(),
  },
  {
    id: 'raw',
    title: 'Raw model',
    note: 'the whole architecture as JSON',
    load: async () => (await import('../raw/raw-extra.ts')).rawExtra(),
  },
];
