import { all, any, atLeast, below, is, not, reaches, rulesFor } from './rule.ts';
import { styleVetoes } from './style-vetoes.ts';

const stylePoints = rulesFor('style', [
  {
    id: 'style/under-fifteen',
    when: below('engineers', 15),
    effect: { kind: 'score', points: { microservices: -2 } },
    because:
      'Under fifteen engineers, running many services takes a large share of everybody’s week.',
    tag: 'C',
  },
  {
    id: 'style/very-few-engineers',
    when: all(below('engineers', 5), not(is('parts', 'second-runtime'))),
    effect: { kind: 'score', points: { 'service-based': -2 } },
    because: 'You have {engineers}, too few to look after a second deployable as well.',
    tag: 'C',
    revisitWhen: 'you are five engineers',
  },
  {
    id: 'style/two-teams',
    when: reaches('fullTeams', 2),
    effect: { kind: 'score', points: { 'service-based': 1 } },
    because: 'You have {fullTeams}; in one deployable each waits for the others.',
    tag: 'F',
  },
  {
    id: 'style/three-teams',
    when: reaches('fullTeams', 3),
    effect: { kind: 'score', points: { 'service-based': 2, microservices: 3 } },
    because: 'You have {fullTeams}, and a release that all of them share becomes an appointment.',
    tag: 'F',
  },
  {
    id: 'style/six-teams',
    when: reaches('fullTeams', 6),
    effect: { kind: 'score', points: { microservices: 2 } },
    because:
      'You have {fullTeams}; a handful of large services would again be shared between teams.',
    tag: 'C',
  },
  {
    id: 'style/thirty-engineers',
    when: atLeast('engineers', 30),
    effect: { kind: 'score', points: { microservices: 2 } },
    because: 'You have {engineers}, enough for some of them to run a platform for the others.',
    tag: 'C',
  },
  {
    id: 'style/load-difference',
    when: is('parts', 'load-difference'),
    effect: { kind: 'score', points: { 'service-based': 2, microservices: 3 } },
    because:
      'One part carries ten times the load of another, so scaling them together wastes machines.',
    tag: 'F',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'style/own-compliance',
    when: is('parts', 'own-compliance'),
    effect: { kind: 'score', points: { 'service-based': 2, microservices: 3 } },
    because: 'One part is under rules of its own; apart from the rest, only that part is audited.',
    tag: 'F',
  },
  {
    id: 'style/second-runtime',
    when: is('parts', 'second-runtime'),
    effect: { kind: 'score', points: { 'service-based': 3, microservices: 2 } },
    because: 'One part needs another runtime, and two runtimes cannot share one deployable.',
    tag: 'F',
  },
  {
    id: 'style/services-exist',
    when: is('startFrom', 'services'),
    effect: { kind: 'score', points: { 'service-based': 3, microservices: 3 } },
    because: 'You already run services, and merging them is a project of its own.',
    tag: 'C',
  },
  {
    id: 'style/simplicity',
    when: is('priorities', 'simplicity'),
    effect: { kind: 'score', points: { microservices: -1 } },
    because: 'Simplicity and cost are among your priorities, and many services cost most of both.',
    tag: 'F',
  },
  {
    id: 'style/scale',
    when: any(is('priorities', 'scale'), atLeast('peakLater', 5000)),
    effect: { kind: 'score', points: { microservices: 1 } },
    because: 'Where scale matters, small services let each part grow by its own measure.',
    tag: 'C',
  },
]);

/** Decision 1: how many parts are built and released on their own. */
export const styleRules = [...styleVetoes, ...stylePoints];
