import type { Extra } from './extra.ts';

/** The parts of the result that load when they are opened, in the order of the page. */
export const extras: readonly Extra[] = [
  {
    id: 'diagrams',
    title: 'Context and key sequence',
    note: 'two diagrams: what is around the system, and the request that says most about it',
    load: async () => (await import('../drawings/drawings-extra.ts')).drawingsExtra(),
  },
  {
    id: 'reading',
    title: 'Reading path',
    note: 'the patterns behind this design, in the order to learn them',
    load: async () => (await import('../reading/reading-extra.ts')).readingExtra(),
  },
  {
    id: 'compare',
    title: 'Two designs side by side',
    note: 'keep this one, change an answer, see what differs',
    load: async () => (await import('../compare/compare-extra.ts')).compareExtra(),
  },
  {
    id: 'raw',
    title: 'Raw model',
    note: 'the whole architecture as JSON',
    load: async () => (await import('../raw/raw-extra.ts')).rawExtra(),
  },
];
