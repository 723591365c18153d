import { all, atLeast, chosen, is, not, reaches, rulesFor } from './rule.ts';

/** Decision 2: where the lines between the parts run. */
export const boundaryRules = rulesFor('boundaries', [
  {
    id: 'boundaries/few-parts-released-apart',
    when: not(chosen('style', 'microservices')),
    effect: { kind: 'veto', alternatives: ['by-team'] },
    because:
      'Cutting further, until each part has one team and its own pace, pays only where many small parts are released apart.',
    tag: 'C',
    revisitWhen: 'the parts become microservices',
  },
  {
    id: 'boundaries/nothing-runs-apart',
    when: chosen('style', 'modular-monolith'),
    effect: { kind: 'veto', alternatives: ['split-out'] },
    because:
      'Everything runs in one deployable; a part that stands out is a module of it, ready to be cut out.',
    tag: 'F',
    revisitWhen: 'a second deployable can be looked after',
  },
  {
    id: 'boundaries/three-teams',
    when: reaches('fullTeams', 3),
    effect: { kind: 'score', points: { 'by-team': 3 } },
    because:
      'You have {fullTeams}; a small part is worth its price where one team changes it alone, and a team can look after two of them.',
    tag: 'C',
    pattern: 'microservices-architecture/service-boundaries',
  },
  {
    id: 'boundaries/unknown',
    when: all(is('startFrom', 'new'), not(is('parts', 'settled-boundaries'))),
    effect: { kind: 'score', points: { merge: 1 } },
    because: 'The lines of a new system are guesses, and a line is cheap only while it is missing.',
    tag: 'F',
    pattern: 'microservices-architecture/service-boundaries',
  },
  {
    id: 'boundaries/one-transaction',
    when: all(atLeast('participants', 2), is('freshness', 'at-once')),
    effect: { kind: 'score', points: { merge: 2 } },
    because:
      'You have {participants}, and all of it must be {freshness}: what has to change together belongs into one part, where one transaction does it.',
    tag: 'F',
    pattern: 'data-integration-patterns/database-transaction-management',
  },
  {
    id: 'boundaries/settled',
    when: is('parts', 'settled-boundaries'),
    effect: { kind: 'score', points: { 'by-area': 3, 'by-team': 3 } },
    because:
      'Your boundaries have held for a year, so a part for each of them will not have to move.',
    tag: 'F',
    pattern: 'microservices-architecture/service-boundaries',
  },
  {
    id: 'boundaries/two-teams',
    when: reaches('fullTeams', 2),
    effect: { kind: 'score', points: { 'by-area': 3, 'by-team': 3 } },
    because: 'You have {fullTeams}, and a part with two owners has none.',
    tag: 'F',
    pattern: 'microservices-architecture/service-boundaries',
  },
  {
    id: 'boundaries/eight-engineers',
    when: atLeast('engineers', 8),
    effect: { kind: 'score', points: { 'by-area': 2, 'by-team': 2 } },
    because: 'You have {engineers}, and so many people in one part are in each other’s way.',
    tag: 'C',
  },
  {
    id: 'boundaries/areas-are-known',
    when: is('startFrom', 'monolith', 'services'),
    effect: { kind: 'score', points: { 'by-area': 2, 'by-team': 2 } },
    because: 'You start from {startFrom}, and what runs has shown where the areas are.',
    tag: 'C',
  },
  {
    id: 'boundaries/load-difference',
    when: is('parts', 'load-difference'),
    effect: { kind: 'score', points: { 'split-out': 3 } },
    because:
      'One part carries ten times the load of another; cut out, it alone gets the replicas that it needs.',
    tag: 'F',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'boundaries/own-compliance',
    when: is('parts', 'own-compliance'),
    effect: { kind: 'score', points: { 'split-out': 3 } },
    because: 'One part is under rules of its own; cut out, only that part has to be audited.',
    tag: 'F',
  },
  {
    id: 'boundaries/second-runtime',
    when: is('parts', 'second-runtime'),
    effect: { kind: 'score', points: { 'split-out': 3, merge: -2 } },
    because: 'One part needs another runtime, and that is where the line has to run.',
    tag: 'F',
  },
]);
