import { capitalized } from '../../lib/text.ts';
import type { Architecture } from './architecture.ts';
import { alternative } from './decisions.ts';
import { factInWords, grouped, joinWords } from './fact-words.ts';
import { deployableCount, loadsOf, sizesOf } from './loads.ts';
import { peakRate } from './measures.ts';
import { article, countedInWords, lowered } from './sentences.ts';
import type { Solution } from './solution.ts';
import { dataSentence } from './summary-data.ts';
import { titleOf } from './summary-title.ts';

/** The result in a title and exactly five sentences. */
export interface Summary {
  readonly title: string;
  readonly sentences: readonly [string, string, string, string, string];
}

/** Says what was decided, computed from the decisions and the estimates. */
export function summary(solution: Solution, architecture: Architecture): Summary {
  return {
    title: titleOf(solution),
    sentences: [
      styleSentence(solution),
      dataSentence(solution),
      accessSentence(solution, architecture),
      loadSentence(solution),
      revisitSentence(solution),
    ],
  };
}

function styleSentence(solution: Solution): string {
  const { facts, decisions } = solution;
  const teams = countedInWords(facts.teams, 'team');
  const people = `${factInWords('engineers', facts.engineers)} in ${teams}`;
  const count = deployableCount(solution);
  if (count === 1) {
    return decisions.style.pinned
      ? 'You pinned one deployable, so everything is released together.'
      : `You are ${people}, so one deployable is cheaper to run and to change than several.`;
  }
  const why = decisions.style.because[0]?.text ?? '';
  return `${capitalized(countedInWords(count, 'deployable'))} for ${people}: ${lowered(why)}`;
}

const callersKnownBy = {
  none: 'callers need not say who they are',
  session: 'callers are known by a session cookie',
  'api-keys': 'callers are known by an API key each',
  'client-credentials': 'callers are known by tokens that they fetch with their own credentials',
  oidc: 'callers are known by signing in at an identity provider',
  'oidc-and-client-credentials':
    'people sign in at an identity provider, and programs fetch tokens with their own credentials',
} as const;

function accessSentence({ decisions }: Solution, { actors }: Architecture): string {
  const who = actors.length === 0 ? 'nobody yet' : joinWords(actors.map(({ name }) => name));
  const verb = actors.length > 1 || who.endsWith('s') ? 'call' : 'calls';
  const api = article(alternative('public-api', decisions['public-api'].chosen).label);
  const edge = article(alternative('edge', decisions.edge.chosen).label);
  const known = callersKnownBy[decisions.authentication.chosen];
  return `${capitalized(who)} ${verb} ${api} API through ${edge}; ${known}.`;
}

const cachedIn = {
  none: 'nothing is cached, since the database carries the reads',
  'private-http': 'the browser of each person keeps answers for that person',
  'http-and-cdn': 'browsers and a CDN keep public answers',
  'in-process': 'each replica keeps recent answers in its memory',
  distributed: 'all replicas share a cache',
  'cdn-and-distributed': 'a CDN keeps public answers and all replicas share a cache for the rest',
} as const;

function loadSentence(solution: Solution): string {
  const { facts, decisions } = solution;
  const sizes = sizesOf(loadsOf(solution));
  const replicas = sizes.reduce((sum, size) => sum + size.replicas, 0);
  const peak = peakRate(facts);
  const load = `${grouped(peak)} ${peak === 1 ? 'request' : 'requests'} a second`;
  const [first] = sizes;
  const several = sizes.length > 1;
  const workers = countedInWords(first?.workersPerReplica ?? 1, 'worker');
  const who = several
    ? `${countedInWords(replicas, 'replica')} of ${countedInWords(sizes.length, 'service')}`
    : `${countedInWords(replicas, 'replica')} with ${workers}${replicas > 1 ? ' each' : ''}`;
  const carry = replicas > 1 ? 'together carry' : 'carries';
  const cache = decisions.cache.chosen;
  const cached =
    cache === 'none' && facts.staleness === 'none'
      ? 'nothing is cached, since no staleness is allowed'
      : cachedIn[cache];
  return `${capitalized(who)} ${carry} ${load}, and ${cached}.`;
}

function revisitSentence({ decisions }: Solution): string {
  return `Look at this again when ${decisions.style.revisitWhen.replaceAll('; ', ', or when ')}.`;
}
