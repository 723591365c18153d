import { factIds, facts } from './facts.ts';
import type { FactId, Facts } from './facts.ts';
import { writesPerSecond } from './measures.ts';

/**
 * Which facts an answer to a question settles. The key is the question's lasting name: it stands
 * in links and files, so it never changes.
 */
export const questionFacts = {
  'start-from': ['startFrom'],
  team: ['engineers', 'teams'],
  running: ['running'],
  load: ['peakNow', 'peakLater', 'readsPerWrite'],
  latency: ['p95Ms', 'workMs'],
  availability: ['availability'],
  freshness: ['freshness'],
  'data-kinds': ['dataKinds'],
  parts: ['parts'],
  'across-parts': ['participants', 'actionShape'],
  clients: ['clients', 'clientNeeds'],
  interaction: ['interaction'],
  messages: ['messageNeeds', 'reactors', 'messagesPerSecond'],
  dependencies: ['outsideCalls', 'outsideAvailability', 'whenDown'],
  jobs: ['longestJob'],
  telemetry: ['telemetryOwned'],
  'sign-in': ['signIn', 'rights'],
  exposure: ['exposure'],
  staleness: ['staleness', 'loadShape', 'peakTimes'],
  delivery: ['releasesPerWeek', 'rollbackMinutes', 'runsOn', 'languages'],
  priorities: ['priorities'],
  constraints: ['mustUse', 'mustNotUse'],
} as const satisfies Record<string, readonly FactId[]>;

export type QuestionId = keyof typeof questionFacts;

/** The answer to one question: a value for each of its facts. */
export type AnswerValues = {
  readonly [Q in QuestionId]: Pick<Facts, (typeof questionFacts)[Q][number]>;
};

/** What somebody answered. An absent question was not asked yet; an absent fact was left open. */
export type Answers = { readonly [Q in QuestionId]?: Partial<AnswerValues[Q]> | 'not-sure' };

/** All facts, and which of them nobody stated. */
export interface ResolvedFacts {
  readonly facts: Facts;
  readonly assumed: ReadonlySet<FactId>;
}

export const questionIds = Object.keys(questionFacts) as readonly QuestionId[];

/** The facts that hold when nobody answered anything. */
export const defaultFacts: Facts = Object.fromEntries(
  factIds.map((id) => [id, facts[id].default]),
) as unknown as Facts;

const questionByFact = new Map<FactId, QuestionId>(
  questionIds.flatMap((question) =>
    questionFacts[question].map((fact) => [fact, question] as const),
  ),
);

/** The question that settles a fact. */
export function questionOf(fact: FactId): QuestionId {
  const question = questionByFact.get(fact);
  if (question === undefined) throw new Error(`No question settles the fact "${fact}".`);
  return question;
}

/** The answer that "not sure" stands for. */
export function defaultAnswer<Q extends QuestionId>(question: Q): AnswerValues[Q] {
  return answerFrom(defaultFacts, question);
}

/** The answer to a question that a set of facts contains. */
export function answerFrom<Q extends QuestionId>(from: Facts, question: Q): AnswerValues[Q] {
  const entries = questionFacts[question].map((fact) => [fact, from[fact]]);
  return Object.fromEntries(entries) as AnswerValues[Q];
}

/** Fills every open or "not sure" answer with its default and says which facts are assumed. */
export function resolve(answers: Answers): ResolvedFacts {
  const known = new Map<FactId, Facts[FactId]>();
  for (const question of questionIds) {
    const answer = answers[question];
    if (answer === undefined || answer === 'not-sure') continue;
    for (const [fact, value] of Object.entries(answer)) known.set(fact as FactId, value);
  }
  const assumed = new Set(factIds.filter((fact) => !known.has(fact)));
  const stated: Facts = { ...defaultFacts, ...Object.fromEntries(known) };
  return { facts: withAssumptions(stated, (fact) => assumed.has(fact)), assumed };
}

/** The facts as they would be if these were stated as well. */
export function factsAfter({ facts, assumed }: ResolvedFacts, stated: Partial<Facts>): Facts {
  return withAssumptions(
    { ...facts, ...stated },
    (fact) => assumed.has(fact) && !Object.hasOwn(stated, fact),
  );
}

/** Fits those defaults to what is known that would contradict it otherwise. */
function withAssumptions(facts: Facts, isAssumed: (fact: FactId) => boolean): Facts {
  const peakLater = isAssumed('peakLater')
    ? Math.max(defaultFacts.peakLater, facts.peakNow)
    : facts.peakLater;
  const signIn = isAssumed('signIn') ? assumedSignIn(facts) : facts.signIn;
  const messagesPerSecond = isAssumed('messagesPerSecond')
    ? assumedMessages({ ...facts, peakLater })
    : facts.messagesPerSecond;
  return { ...facts, peakLater, signIn, messagesPerSecond };
}

/** Where only programs call, nobody types a password. */
function assumedSignIn({ clients }: Facts): Facts['signIn'] {
  const people = clients.includes('web') || clients.includes('mobile');
  return clients.length === 0 || people ? defaultFacts.signIn : ['machines'];
}

/** What devices and bulk imports send is handled as messages: one for each write. */
function assumedMessages(facts: Facts): number {
  const sends = facts.clients.includes('devices') || facts.interaction.includes('bulk');
  const least = defaultFacts.messagesPerSecond;
  return sends ? Math.max(least, writesPerSecond(facts)) : least;
}
