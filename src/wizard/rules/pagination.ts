import { all, atLeast, is, reaches, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

/** Decision 33: how a client reads a long list. */
export const paginationRules = rulesFor('pagination', [
  {
    id: 'pagination/long-lists',
    when: atLeast('listLength', 'under-1m'),
    effect: { kind: 'require', alternative: 'cursor' },
    because:
      'A list has {listLength}, and to skip to a late page the database reads all rows before it.',
    tag: 'S',
    source: designSources.keysetPaging,
    pattern: 'api-design-and-patterns/pagination-strategies',
  },
  {
    id: 'pagination/bulk',
    when: is('interaction', 'bulk'),
    effect: { kind: 'score', points: { cursor: 3 } },
    because:
      'Programs read the whole list, page after page, and must neither skip a row nor read one twice.',
    tag: 'F',
    pattern: 'api-design-and-patterns/pagination-strategies',
  },
  {
    id: 'pagination/list-moves',
    when: is('interaction', 'server-push', 'live'),
    effect: { kind: 'score', points: { cursor: 3 } },
    because:
      'Rows come while somebody reads, and every new one pushes another across the border of a page.',
    tag: 'F',
    pattern: 'api-design-and-patterns/pagination-strategies',
  },
  {
    id: 'pagination/many-writes',
    when: reaches('writesPerSecond', 10),
    effect: { kind: 'score', points: { cursor: 2 } },
    because: 'You have {writesPerSecond}, so hardly a list stands still between two of its pages.',
    tag: 'C',
    pattern: 'api-design-and-patterns/pagination-strategies',
  },
  {
    id: 'pagination/phones-scroll',
    when: is('clients', 'mobile'),
    effect: { kind: 'score', points: { cursor: 1 } },
    because: 'On a phone one scrolls on and hardly ever jumps to a page.',
    tag: 'C',
  },
  {
    id: 'pagination/largest-page',
    when: all(),
    effect: { kind: 'parameter', name: 'largestPage', value: 100 },
    because: 'Without a largest size, one request can ask for the whole table.',
    tag: 'C',
    pattern: 'security-patterns/api-throttling',
  },
]);
