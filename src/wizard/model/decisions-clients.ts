import { decision } from './decision-kinds.ts';

/** What clients are given, and how it changes without breaking them. */
export const clientDecisions = {
  bff: decision({
    number: 11,
    title: 'Backend for each client',
    question: 'Does each kind of client get a backend of its own?',
    simplestBecause: 'Your clients need {clientNeeds}, so one API serves them all.',
    alternatives: {
      none: {
        label: 'one API for all',
        summary: 'Every client calls the same operations.',
        tradeOff: 'Each client gets fields that it does not need, or makes one call more.',
        revisitWhen: 'two kinds of client need very different data',
        patterns: ['api-design-and-patterns/restful-apis'],
        favors: ['simplicity'],
      },
      'per-client': {
        label: 'a backend per kind of client',
        summary:
          'A thin backend for each kind of client gathers and shapes what its screens need; it owns no data and no rules.',
        tradeOff:
          'One more deployable for each kind of client, and code that drifts apart or is written twice.',
        revisitWhen: 'two of them return the same data, or business rules appear in one of them',
        patterns: [
          'microservices-architecture/backend-for-frontend',
          'data-integration-patterns/api-composition',
        ],
        favors: ['speed', 'change'],
      },
    },
  }),
  versioning: decision({
    number: 32,
    title: 'Versions of the API',
    question: 'How does the API change without breaking those who call it?',
    simplestBecause:
      'Fields are only added, and readers ignore what they do not know, so no client has to change on a certain day.',
    alternatives: {
      additive: {
        label: 'additions only',
        summary:
          'Only optional fields and new operations are added; a check in the build refuses anything else.',
        tradeOff: 'A mistake in a name or a type stays until every client has moved away from it.',
        revisitWhen: 'a change cannot be made by adding',
        patterns: [
          'api-design-and-patterns/api-versioning',
          'api-contract-and-documentation/contract-testing',
        ],
        favors: ['simplicity', 'change'],
      },
      'url-major': {
        label: 'major version in the URL',
        summary:
          'Additions as before; a change that breaks clients opens /v2 beside /v1, which gets an end date and the headers Deprecation and Sunset.',
        tradeOff: 'Two versions have to be run, tested and secured until the old one is closed.',
        revisitWhen: 'nobody has called the old version for a month',
        patterns: [
          'api-design-and-patterns/api-versioning',
          'deployment-and-operations/service-versioning',
        ],
        favors: ['simplicity', 'compliance'],
      },
      header: {
        label: 'dated version in a header',
        summary:
          'Each client names the version that it was written for in a header, and one code base translates step by step from the newest one.',
        tradeOff:
          'Every breaking change leaves a translation behind that you keep for years, and a link alone no longer says what it returns.',
        revisitWhen: 'clients turn out to upgrade within a release or two',
        patterns: [
          'api-design-and-patterns/api-versioning',
          'api-gateway-and-load-balancing/request-transformation',
        ],
        favors: ['uptime'],
      },
    },
  }),
  pagination: decision({
    number: 33,
    title: 'Long lists',
    question: 'How does a client read a long list?',
    simplestBecause:
      'Your lists have {listLength}, so a page by its number is quick enough and people can jump to it.',
    alternatives: {
      offset: {
        label: 'pages by number',
        summary: 'Page and size, with a largest size; the database skips the rows before the page.',
        tradeOff:
          'Rows that come or go while somebody reads are shown twice or not at all, and late pages are slow.',
        revisitWhen: 'a list passes 10,000 rows, or rows come and go while it is read',
        patterns: [
          'api-design-and-patterns/pagination-strategies',
          'api-design-and-patterns/filtering-and-sorting',
        ],
        favors: ['simplicity'],
      },
      cursor: {
        label: 'cursor',
        summary:
          'Each page ends with a mark that names its last row, sealed so that clients do not take it apart; the next page begins behind it by an index.',
        tradeOff:
          'Nobody can jump to page 50, the total is not known, and each order of sorting needs an index.',
        revisitWhen: 'people ask for page numbers and the lists stay short',
        patterns: [
          'api-design-and-patterns/pagination-strategies',
          'performance-optimization/query-optimization',
        ],
        favors: ['scale', 'speed', 'correctness'],
      },
    },
  }),
} as const;
