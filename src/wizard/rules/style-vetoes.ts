import { all, below, is, not, reaches, rulesFor, twoOf } from './rule.ts';
import { sources } from './sources.ts';

/** What rules out parts that are released on their own. */
export const styleVetoes = rulesFor('style', [
  {
    id: 'style/few-engineers',
    when: below('engineers', 10),
    effect: { kind: 'veto', alternatives: ['microservices'] },
    because:
      'Every service needs a pipeline, alerts and people who know it; under ten engineers that work displaces the product, and you have {engineers}.',
    tag: 'C',
    revisitWhen: 'you are ten engineers',
  },
  {
    id: 'style/no-automatic-deploys',
    when: not(is('running', 'automatic-deploys')),
    effect: { kind: 'veto', alternatives: ['microservices'] },
    because: 'Many services mean many deploys, and by hand nobody keeps up with them.',
    tag: 'S',
    source: sources.microservicePrerequisites,
    pattern: 'deployment-and-operations/ci-cd',
    revisitWhen: 'deploys are automatic',
  },
  {
    id: 'style/no-central-telemetry',
    when: not(is('running', 'central-telemetry')),
    effect: { kind: 'veto', alternatives: ['microservices'] },
    because:
      'When a request crosses many services, only logs and metrics in one place show which one failed, and you have none yet.',
    tag: 'S',
    source: sources.microservicePrerequisites,
    pattern: 'observability-and-monitoring/log-aggregation',
    revisitWhen: 'logs and metrics are in one place',
  },
  {
    id: 'style/unknown-boundaries',
    when: all(is('startFrom', 'new'), not(is('parts', 'settled-boundaries'))),
    effect: { kind: 'veto', alternatives: ['microservices'] },
    because:
      'The boundaries of a new system are guesses: moving one between modules is a refactoring, moving one between services is a project.',
    tag: 'S',
    source: sources.monolithFirst,
    pattern: 'microservices-architecture/service-boundaries',
    revisitWhen: 'the module boundaries have held for a year',
  },
  {
    id: 'style/one-team',
    when: not(reaches('fullTeams', 2)),
    effect: { kind: 'veto', alternatives: ['microservices'] },
    because: 'One team should look after two deployables at most, and two are not microservices.',
    tag: 'C',
    revisitWhen: 'a second team of three or more releases on its own',
  },
  {
    id: 'style/too-little-pressure',
    when: not(
      twoOf(
        reaches('fullTeams', 3),
        is('parts', 'load-difference'),
        is('parts', 'own-compliance'),
        is('parts', 'second-runtime'),
      ),
    ),
    effect: { kind: 'veto', alternatives: ['microservices'] },
    because:
      'Two of four things should force you apart: three teams that release alone, a tenfold difference in load, a part under rules of its own, a second runtime.',
    tag: 'C',
  },
  {
    id: 'style/under-three',
    when: all(below('engineers', 3), not(is('parts', 'second-runtime'))),
    effect: { kind: 'veto', alternatives: ['service-based'] },
    because:
      'You have {engineers}: a second deployable would have nobody to look after it while somebody is away.',
    tag: 'C',
    revisitWhen: 'you are three engineers',
  },
]);
