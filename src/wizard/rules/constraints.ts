import { technologyNames } from '../model/technologies.ts';
import type { Technology } from '../model/technologies.ts';
import { floorOf } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { FactId } from '../model/facts.ts';
import { machinesCall, onlyPublicData, peopleSignIn } from './conditions.ts';
import { all, any, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';
import type { Predicate, Rule, TensionRule } from './rule.ts';

/** What using a technology, or not using it, means for one decision. */
interface Binding {
  readonly technology: Technology;
  readonly decision: DecisionId;
  /** The alternatives that use it, the simplest first. */
  readonly uses: readonly AlternativeId[];
  /** Where using it means something at all; absent means everywhere. */
  readonly when?: Predicate;
}

/** Keeps the alternatives of a binding to those of its decision. */
function binding<D extends DecisionId>(
  technology: Technology,
  decision: D,
  uses: readonly AlternativeId<D>[],
  when: Predicate = all(),
): Binding {
  return { technology, decision, uses, when };
}

const bindings: readonly Binding[] = [
  binding('monolith', 'style', ['modular-monolith']),
  binding('microservices', 'style', ['microservices']),
  binding('rest', 'public-api', ['rest']),
  binding('graphql', 'public-api', ['graphql']),
  binding('grpc', 'public-api', ['grpc']),
  binding('gateway', 'edge', ['gateway']),
  binding('queue', 'broker', ['queue']),
  binding('routing-broker', 'broker', ['routing-broker']),
  binding('log', 'broker', ['log']),
  binding('shared-cache', 'cache', ['distributed', 'cdn-and-distributed']),
  binding('cdn', 'cache', ['http-and-cdn', 'cdn-and-distributed']),
  binding(
    'identity-provider',
    'authentication',
    ['oidc', 'oidc-and-client-credentials'],
    peopleSignIn,
  ),
  binding('mtls', 'service-identity', ['mtls']),
  binding('paas', 'platform', ['paas']),
  binding('managed-containers', 'platform', ['managed-containers']),
  binding('kubernetes', 'platform', ['kubernetes']),
];

/** The simplest alternative cannot be forbidden, only made the last choice. */
interface LastChoice {
  readonly technology: Technology;
  readonly decision: DecisionId;
  /** Where nothing else is possible. */
  readonly needed: Predicate;
  /** What to relax where nothing else is left; absent where something else always is. */
  readonly relax?: readonly FactId[];
}

const lastChoices: readonly LastChoice[] = [
  {
    technology: 'monolith',
    decision: 'style',
    needed: all(below('engineers', 3), not(is('parts', 'second-runtime'))),
    relax: ['mustNotUse', 'engineers'],
  },
  {
    technology: 'rest',
    decision: 'public-api',
    needed: any(),
    relax: ['mustNotUse', 'clients', 'exposure', 'interaction'],
  },
  { technology: 'paas', decision: 'platform', needed: any() },
];

function required({ technology, decision, uses, when = all() }: Binding): Rule {
  const [simplest] = uses;
  if (simplest === undefined) throw new Error(`Nothing uses "${technology}".`);
  return {
    id: `${decision}/must-use-${technology}`,
    decision,
    when: all(is('mustUse', technology), when),
    effect: { kind: 'require', alternative: simplest, metBy: uses },
    because: `You must use ${technologyNames[technology]}.`,
    tag: 'C',
  };
}

function forbidden({ technology, decision, uses }: Binding): Rule {
  return {
    id: `${decision}/must-not-use-${technology}`,
    decision,
    when: is('mustNotUse', technology),
    effect: { kind: 'veto', alternatives: uses },
    because: `You must not use ${technologyNames[technology]}.`,
    tag: 'C',
  };
}

function avoided({ technology, decision, needed }: LastChoice): Rule {
  return {
    id: `${decision}/must-not-use-${technology}`,
    decision,
    when: all(is('mustNotUse', technology), not(needed)),
    effect: { kind: 'score', points: { [floorOf(decision)]: -3 } },
    because: `You must not use ${technologyNames[technology]}.`,
    tag: 'C',
  };
}

/** What must be used although something else cannot be there without more. */
const collisions = [
  ...rulesFor('style', [
    {
      id: 'style/two-runtimes',
      when: all(is('mustUse', 'monolith'), is('parts', 'second-runtime')),
      effect: { kind: 'require', alternative: 'service-based' },
      because: 'One part needs another runtime, and two runtimes cannot share one deployable.',
      tag: 'F',
    },
  ]),
  ...rulesFor('platform', [
    {
      id: 'platform/no-paas-at-home',
      when: all(is('mustUse', 'paas'), is('runsOn', 'on-premises')),
      effect: { kind: 'require', alternative: 'own-hosts' },
      because: 'It runs on your own machines, and nobody offers a PaaS there.',
      tag: 'F',
    },
  ]),
  ...rulesFor('cache', [
    {
      id: 'cache/public-beside-shared',
      when: all(
        is('mustUse', 'shared-cache'),
        is('dataKinds', 'public'),
        is('exposure', 'internet'),
        atLeast('staleness', 'seconds'),
        not(any(is('mustNotUse', 'cdn', 'shared-cache'), chosen('public-api', 'graphql', 'grpc'))),
      ),
      effect: { kind: 'require', alternative: 'cdn-and-distributed' },
      because:
        'A shared cache is given, and public answers are still better kept near the reader than in it.',
      tag: 'C',
      pattern: 'caching-strategies/cache-layers',
    },
  ]),
  ...rulesFor('authentication', [
    {
      id: 'authentication/provider-for-programs',
      when: all(
        is('mustUse', 'identity-provider'),
        machinesCall,
        not(peopleSignIn),
        onlyPublicData,
      ),
      effect: { kind: 'require', alternative: 'client-credentials' },
      because: 'You must use an identity provider, and programs get their tokens from it as well.',
      tag: 'C',
    },
  ]),
];

const simplestOnes = new Set(lastChoices.map(({ technology }) => technology));

/** What was decided outside of the wizard, as rules of the decisions concerned. */
export const constraintRules: readonly Rule[] = [
  ...bindings.map(required),
  ...bindings.filter(({ technology }) => !simplestOnes.has(technology)).map(forbidden),
  ...lastChoices.map(avoided),
  ...collisions,
];

/** Constraints that nothing can meet. */
export const constraintTensions: readonly TensionRule[] = [
  ...lastChoices.flatMap(({ technology, decision, relax }): readonly TensionRule[] => {
    if (relax === undefined) return [];
    const name = technologyNames[technology];
    return [
      {
        id: `tension/must-not-use-${technology}`,
        when: all(is('mustNotUse', technology), chosen(decision, floorOf(decision))),
        title: `Forbidden and still needed: ${name}`,
        text: `You must not use ${name}, and your other answers leave nothing else. Allow it, or change one of the answers that rule the others out.`,
        relax,
      },
    ];
  }),
  {
    id: 'tension/provider-for-nobody',
    when: all(is('mustUse', 'identity-provider'), chosen('authentication', 'none')),
    title: 'An identity provider and nobody who signs in',
    text: 'You must use an identity provider, and neither people nor programs sign in. Say who does, or do without it.',
    relax: ['signIn', 'mustUse'],
  },
];
