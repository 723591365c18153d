import { factsFrom, statedThroughRows } from './assumptions.ts';
import type { Stated } from './derived-facts.ts';
import { factIds, facts, isListFact } from './facts.ts';
import type { FactId, Facts } from './facts.ts';

/**
 * Which facts an answer to a question settles. The key is the question's lasting name: it stands
 * in links and files, so it never changes.
 */
export const questionFacts = {
  building: ['building'],
  'start-from': ['startFrom'],
  team: ['engineers', 'teams'],
  running: ['running'],
  load: ['peakNow', 'peakLater', 'readsPerWrite'],
  latency: ['p95Ms', 'workMs'],
  availability: ['availability'],
  freshness: ['freshness'],
  'data-kinds': ['dataKinds'],
  customers: ['customers', 'customerCount'],
  parts: ['parts', 'capabilities'],
  'across-parts': ['participants', 'actionShape', 'actions'],
  clients: ['clients', 'clientNeeds'],
  interaction: ['interaction'],
  upgrades: ['clientUpgrade', 'listLength'],
  messages: ['messageNeeds', 'reactors', 'messagesPerSecond', 'messages'],
  dependencies: ['outsideCalls', 'outsideAvailability', 'whenDown', 'dependencies'],
  jobs: ['longestJob', 'schedules'],
  telemetry: ['telemetryOwned'],
  'sign-in': ['signIn', 'rights'],
  exposure: ['exposure'],
  staleness: ['staleness', 'loadShape', 'peakTimes'],
  delivery: ['releasesPerWeek', 'rollbackMinutes', 'runsOn', 'languages'],
  priorities: ['priorities'],
} as const satisfies Record<string, readonly FactId[]>;

export type QuestionId = keyof typeof questionFacts;

/** The answer to one question: a value for each of its facts. */
export type AnswerValues = {
  readonly [Q in QuestionId]: Pick<Facts, (typeof questionFacts)[Q][number]>;
};

/** The answer to one question, some of whose facts may be left open. */
export type PartialAnswer<Q extends QuestionId> = Partial<AnswerValues[Q]>;

/** What somebody answered. An absent question was not asked yet; an absent fact was left open. */
export type Answers = { readonly [Q in QuestionId]?: PartialAnswer<Q> | 'not-sure' };

/** All facts, and which of them nobody stated. */
export interface ResolvedFacts {
  /** What was stated, as it was stated; rows may refer to what does not exist. */
  readonly stated: Stated;
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
  const entries = questionFacts[question].map((fact) => [fact, defaultFacts[fact]]);
  return Object.fromEntries(entries) as AnswerValues[Q];
}

/**
 * The present answer to a question with some facts changed: its other facts stand as they are, stated
 * or assumed. Rows stand only where somebody stated them, since they would settle facts by themselves.
 */
export function answerWith<Q extends QuestionId>(
  { facts: present, stated }: ResolvedFacts,
  question: Q,
  change: Stated,
): PartialAnswer<Q> {
  const ids: readonly FactId[] = questionFacts[question];
  const kept = ids.filter((fact) => !isListFact(fact) || stated[fact] !== undefined);
  const entries = kept.map((fact) => [
    fact,
    change[fact] ?? (isListFact(fact) ? stated[fact] : present[fact]),
  ]);
  return Object.fromEntries(entries) as PartialAnswer<Q>;
}

/** Fills every open or "not sure" answer with its default and says which facts are assumed. */
export function resolve(answers: Answers): ResolvedFacts {
  const given = questionIds.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined || answer === 'not-sure' ? [] : [answer];
  });
  const stated: Stated = Object.assign({}, ...given);
  const known = new Set([...(Object.keys(stated) as FactId[]), ...statedThroughRows(stated)]);
  const assumed = new Set(factIds.filter((fact) => !known.has(fact)));
  return { stated, facts: factsFrom(defaultFacts, stated), assumed };
}

/** The facts as they would be if these were stated as well. */
export function factsAfter({ stated }: ResolvedFacts, more: Stated): Facts {
  return factsFrom(defaultFacts, { ...stated, ...more });
}
