import type { Architecture } from './architecture.ts';
import { deployableCount } from './build-architecture.ts';
import { alternative } from './decisions.ts';
import { estimates } from './estimates.ts';
import type { CapacityEstimate } from './estimates.ts';
import { factInWords, grouped, joinWords } from './fact-words.ts';
import type { Solution } from './solution.ts';

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
      loadSentence(solution, architecture),
      revisitSentence(solution),
    ],
  };
}

const styleNames = {
  'modular-monolith': 'A modular monolith',
  'service-based': 'A few services',
  microservices: 'Microservices',
} as const;

/** The style, and the one other decision that shapes the system most. */
function titleOf(solution: Solution): string {
  const { decisions, facts } = solution;
  const several = decisions.style.chosen !== 'modular-monolith';
  const verb = (one: string, many: string): string => (several ? many : one);
  const name = styleNames[decisions.style.chosen];
  if (decisions['sync-or-async'].chosen === 'event-driven') {
    return `${name} that ${verb('reacts', 'react')} to events`;
  }
  if (facts.outsideCalls > 0 && facts.whenDown === 'queue') {
    return `${name} that ${verb('takes', 'take')} requests while others are down`;
  }
  if (decisions['sync-or-async'].chosen === 'answer-then-work') {
    return `${name} that ${verb('answers', 'answer')} first and ${verb('finishes', 'finish')} later`;
  }
  if (decisions.resilience.chosen === 'bulkheads-and-fallbacks') {
    return `${name} that ${verb('stays', 'stay')} up when a part fails`;
  }
  if (several) return `${name} behind one ${alternative('edge', decisions.edge.chosen).label}`;
  return `${name} with one database`;
}

function styleSentence(solution: Solution): string {
  const { facts, decisions } = solution;
  const people = `${factInWords('engineers', facts.engineers)} in ${teamsInWords(facts.teams)}`;
  const count = deployableCount(solution);
  if (count === 1) {
    return decisions.style.pinned
      ? 'You pinned one deployable, so everything is released together.'
      : `You are ${people}, so one deployable is cheaper to run and to change than several.`;
  }
  const why = decisions.style.because[0]?.text ?? '';
  return `${counted(count, 'deployable')} for ${people}: ${lowered(why)}`;
}

const ownershipSentences = {
  'schema-per-module': (owner: string) =>
    `Each ${owner} has its own schema in one PostgreSQL, so a single transaction still keeps an action whole.`,
  'shared-with-exit': () =>
    'For now the database is shared with others, behind views and with a date on which that ends.',
  'database-per-service': (_owner: string, saga: string) =>
    `Each service has a database of its own, and an action across several of them is ${saga}.`,
} as const;

function dataSentence({ decisions }: Solution): string {
  const owner = decisions.style.chosen === 'modular-monolith' ? 'module' : 'service';
  const transactions = decisions.transactions.chosen;
  const saga =
    transactions === 'local-acid'
      ? 'avoided'
      : `kept together by ${article(alternative('transactions', transactions).label)}`;
  return ownershipSentences[decisions['data-ownership'].chosen](owner, saga);
}

const callersKnownBy = {
  session: 'a session cookie',
  'api-keys': 'an API key each',
  'client-credentials': 'tokens that programs fetch with their own credentials',
  oidc: 'signing in at an identity provider',
  'oidc-and-client-credentials':
    'signing in at an identity provider, and programs by their own credentials',
} as const;

function accessSentence({ decisions }: Solution, { actors }: Architecture): string {
  const who = actors.length === 0 ? 'nobody yet' : joinWords(actors.map(({ name }) => name));
  const verb = actors.length > 1 || who.endsWith('s') ? 'call' : 'calls';
  const api = alternative('public-api', decisions['public-api'].chosen).label;
  const edge = article(alternative('edge', decisions.edge.chosen).label);
  const known = callersKnownBy[decisions.authentication.chosen];
  return `${capitalized(who)} ${verb} a ${api} API through ${edge}; callers are known by ${known}.`;
}

function loadSentence(solution: Solution, architecture: Architecture): string {
  const size = estimates(solution, architecture).find(
    (each): each is CapacityEstimate => each.kind === 'capacity',
  );
  const cache = solution.decisions.cache.chosen;
  const cached =
    cache === 'none'
      ? solution.facts.staleness === 'none'
        ? 'nothing is cached, since no staleness is allowed'
        : 'nothing is cached, since the database carries the reads'
      : `answers are kept in ${article(alternative('cache', cache).label)}`;
  if (size === undefined) return `${capitalized(cached)}.`;
  const peak = grouped(Math.max(solution.facts.peakNow, solution.facts.peakLater));
  const each = deployableCount(solution) > 1 ? ' of each service' : '';
  return `${counted(size.replicas, 'replica')}${each} with ${counted(size.workersPerReplica, 'worker').toLowerCase()} each carry ${peak} requests a second, and ${cached}.`;
}

function revisitSentence({ decisions }: Solution): string {
  return `Look at this again when ${decisions.style.revisitWhen.replaceAll('; ', ', or when ')}.`;
}

const smallNumbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function counted(count: number, noun: string): string {
  return `${smallNumbers[count] ?? grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function teamsInWords(teams: number): string {
  return counted(teams, 'team').toLowerCase();
}

function article(label: string): string {
  return `${/^[aeiou]/iu.test(label) ? 'an' : 'a'} ${label}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lowers the first letter, unless the word goes on in capitals. */
function lowered(text: string): string {
  return /^[A-Z][a-z\s’]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
