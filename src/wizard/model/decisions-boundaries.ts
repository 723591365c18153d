import { decision } from './decision-kinds.ts';

/** Where the lines between the parts run, and how one gets there from what runs today. */
export const boundaryDecisions = {
  boundaries: decision({
    number: 2,
    title: 'Boundaries',
    question: 'Where do the lines between the parts run?',
    simplestBecause:
      'Until you know better, few and large parts are the ones whose lines are cheapest to move.',
    alternatives: {
      merge: {
        label: 'merged by transaction',
        summary:
          'What one action changes together, or what is always changed together, is one part; everything else may wait.',
        tradeOff:
          'The parts are large, and a line that is missing now has to be drawn through living code later.',
        revisitWhen:
          'two people keep getting in each other’s way in one part, or half of a part never changes with the other half',
        patterns: [
          'microservices-architecture/service-boundaries',
          'data-integration-patterns/database-transaction-management',
        ],
        favors: ['simplicity', 'correctness'],
      },
      'by-area': {
        label: 'a part per business area',
        summary:
          'Each area of the business has one part with its own words, its own tables and one owner.',
        tradeOff:
          'Reports and screens that need several areas have to ask several parts, and a line in the wrong place is paid for with every change.',
        revisitWhen: 'a usual change touches two areas, or one area has two owners',
        patterns: [
          'microservices-architecture/service-boundaries',
          'data-integration-patterns/data-access-layer',
        ],
        favors: ['change', 'compliance'],
      },
      'split-out': {
        label: 'one part split out',
        summary:
          'The part with another load, other rules or another runtime is cut out and runs apart; the rest stays together.',
        tradeOff: 'One more thing to release and watch, and the calls across the cut can fail.',
        revisitWhen: 'the load, the rules or the runtime that forced the cut are gone',
        patterns: [
          'microservices-architecture/service-boundaries',
          'performance-optimization/horizontal-scaling',
        ],
        favors: ['scale', 'uptime'],
      },
      'by-team': {
        label: 'parts that a team owns',
        summary:
          'Areas are cut further until each part changes at its own pace and belongs to exactly one team, at most two parts to a team.',
        tradeOff:
          'When teams are reorganized the parts have to follow, and a feature that crosses teams needs an agreement first.',
        revisitWhen: 'teams change, or most features need two teams',
        patterns: [
          'microservices-architecture/service-boundaries',
          'data-integration-patterns/database-per-service',
        ],
        favors: ['change'],
      },
    },
  }),
  migration: decision({
    number: 3,
    title: 'Migration',
    question: 'How do you get there from what runs today?',
    simplestBecause: 'You start from {startFrom}, and nothing that runs today has to be replaced.',
    alternatives: {
      none: {
        label: 'no migration',
        summary: 'The system is built as it is decided here, or what runs stays as it is.',
        tradeOff: 'What exists keeps its shape, with all that is wrong with it.',
        revisitWhen: 'something that runs today has to be replaced',
        patterns: ['microservices-architecture/service-boundaries'],
        favors: ['simplicity'],
      },
      'branch-by-abstraction': {
        label: 'branch by abstraction',
        summary:
          'Inside the code, callers are put behind an interface; the new way grows beside the old one, and a flag moves the calls over one by one.',
        tradeOff:
          'For a while there are two ways to do the same, and the old one must be deleted or it stays forever.',
        revisitWhen: 'the last caller uses the new way, or a part has to be released apart',
        patterns: [
          'microservices-architecture/strangler-pattern',
          'deployment-and-operations/feature-flags',
        ],
        favors: ['simplicity', 'correctness'],
      },
      strangler: {
        label: 'strangler behind a facade',
        summary:
          'A facade in front of the old system sends one route after the other to the new one, until nothing is left behind it.',
        tradeOff:
          'Two systems run side by side for months, data has to agree in both, and the last third is the hardest.',
        revisitWhen:
          'no route has moved for a quarter, or only routes are left that are not worth moving',
        patterns: [
          'microservices-architecture/strangler-pattern',
          'api-gateway-and-load-balancing/service-routing',
          'data-integration-patterns/event-driven-data-sync',
        ],
        favors: ['uptime', 'change'],
      },
      rewrite: {
        label: 'rewrite',
        summary:
          'The new system is built apart and takes over on one day, after it has run in the shadow of the old one.',
        tradeOff:
          'Nothing is earned until the day of the change, and the old system goes on changing meanwhile.',
        revisitWhen: 'the new system is not in use after six months',
        patterns: [
          'microservices-architecture/strangler-pattern',
          'deployment-and-operations/blue-green-deployment',
        ],
      },
    },
  }),
} as const;
