import { severalDeployables } from './conditions.ts';
import { all, atLeast, below, chosen, is, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

/** Decision 3: how one gets there from what runs today. */
export const migrationRules = rulesFor('migration', [
  {
    id: 'migration/no-hours-to-spare',
    when: atLeast('availability', '99.5'),
    effect: { kind: 'veto', alternatives: ['rewrite'] },
    because:
      'A rewrite takes over on one day, and {availability} leaves {budget} for all that goes wrong on it.',
    tag: 'C',
    pattern: 'microservices-architecture/strangler-pattern',
    revisitWhen: 'it may be down for an evening',
  },
  {
    id: 'migration/few-built-it',
    when: all(is('startFrom', 'monolith'), below('engineers', 4)),
    effect: { kind: 'score', points: { rewrite: 3 } },
    because: 'You have {engineers}, and what so few have built they can build again in weeks.',
    tag: 'C',
  },
  {
    id: 'migration/few-use-it',
    when: all(is('startFrom', 'monolith'), below('peakNow', 10)),
    effect: { kind: 'score', points: { rewrite: 3 } },
    because: 'You have {peakNow}: so little runs through it that it can be swapped in an evening.',
    tag: 'C',
  },
  {
    id: 'migration/inside-the-monolith',
    when: all(is('startFrom', 'monolith'), chosen('style', 'modular-monolith')),
    effect: { kind: 'score', points: { 'branch-by-abstraction': 3 } },
    because:
      'You start from {startFrom} and it stays one deployable, so the old code is replaced where it is, module by module, with the releases that you do anyway.',
    tag: 'F',
    pattern: 'deployment-and-operations/feature-flags',
  },
  {
    id: 'migration/out-of-the-monolith',
    when: all(is('startFrom', 'monolith'), severalDeployables),
    effect: { kind: 'score', points: { strangler: 3 } },
    because:
      'You start from {startFrom} and cut parts out of it; a facade in front sends each route to whoever serves it now, and clients notice nothing.',
    tag: 'S',
    source: designSources.stranglerFig,
    pattern: 'microservices-architecture/strangler-pattern',
  },
  {
    id: 'migration/merge-services',
    when: all(is('startFrom', 'services'), chosen('style', 'modular-monolith')),
    effect: { kind: 'score', points: { strangler: 3 } },
    because:
      'You start from {startFrom} and merge them; behind an address that stays, one service after the other becomes a module.',
    tag: 'C',
    pattern: 'microservices-architecture/strangler-pattern',
  },
  {
    id: 'migration/part-takes-over',
    when: is('startFrom', 'part'),
    effect: { kind: 'score', points: { strangler: 2 } },
    because:
      'You build one part of a larger system; where it takes over from the old one, it should do so route by route.',
    tag: 'C',
    pattern: 'api-gateway-and-load-balancing/service-routing',
  },
]);
