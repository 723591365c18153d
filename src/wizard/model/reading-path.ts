import { questionFacts } from './answers.ts';
import type { QuestionId } from './answers.ts';
import type { PatternId } from './decision-kinds.ts';
import { alternative, decisionIds, decisions } from './decisions.ts';
import type { DecisionId } from './decisions.ts';
import { factInWords, joinWords } from './fact-words.ts';
import { buildsOn, categoriesInOrder } from './learning-order.ts';
import type { Decision, Reason, Solution } from './solution.ts';

/** A page to read, and why this design makes it worth reading. */
export interface ReadingStep {
  readonly pattern: PatternId;
  /** The decision that it belongs to first. */
  readonly decision: DecisionId;
  /** A sentence, as in "Because you said 5 engineers.". */
  readonly because: string;
  /** What follows from it: the sentence of the rule. */
  readonly why: string;
}

interface Candidate {
  readonly pattern: PatternId;
  readonly decision: DecisionId;
  readonly reason: Reason;
}

/**
 * The pages of the catalogue that belong to what was decided, each once, in the order to learn them:
 * what a page builds on comes before it (`buildsOn`); else by field (`categoriesInOrder`), then by the
 * number of the decision, then by name. The same design gives the same path.
 */
export function readingPath(solution: Solution): readonly ReadingStep[] {
  const candidates = new Map<PatternId, Candidate>();
  for (const id of decisionIds) {
    for (const candidate of candidatesOf(solution.decisions[id])) {
      if (!candidates.has(candidate.pattern)) candidates.set(candidate.pattern, candidate);
    }
  }
  return inOrder([...candidates.values()].toSorted(byField)).map((candidate) =>
    stepOf(candidate, solution),
  );
}

/** The pages of the rules that spoke for it, then those of the chosen alternative itself. */
function candidatesOf({ id, because, patterns }: Decision): readonly Candidate[] {
  const [first] = because;
  const ofRules = because.flatMap((reason) =>
    reason.pattern === undefined ? [] : [{ pattern: reason.pattern, decision: id, reason }],
  );
  const ofChoice =
    first === undefined
      ? []
      : patterns.map((pattern) => ({ pattern, decision: id, reason: first }));
  return [...ofRules, ...ofChoice];
}

function byField(a: Candidate, b: Candidate): number {
  return (
    fieldOf(a.pattern) - fieldOf(b.pattern) ||
    decisions[a.decision].number - decisions[b.decision].number ||
    (a.pattern < b.pattern ? -1 : 1)
  );
}

function fieldOf(pattern: PatternId): number {
  return categoriesInOrder.findIndex((slug) => pattern.startsWith(`${slug}/`));
}

/** Takes again and again the first page of which all that it builds on was taken. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const waiting = [...candidates];
  const taken: Candidate[] = [];
  while (waiting.length > 0) {
    const isWaiting = new Set(waiting.map(({ pattern }) => pattern));
    const next = waiting.findIndex(({ pattern }) =>
      (buildsOn[pattern] ?? []).every((earlier) => !isWaiting.has(earlier)),
    );
    // A circle in the table is a mistake of ours that a test finds; the path stays whole even then.
    taken.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return taken;
}

function stepOf({ pattern, decision, reason }: Candidate, solution: Solution): ReadingStep {
  return { pattern, decision, because: becauseOf(reason, decision, solution), why: reason.text };
}

/** What was said, what was assumed, or what was decided before. */
function becauseOf(reason: Reason, decision: DecisionId, solution: Solution): string {
  const said = wordsOf(reason.answers, solution, false);
  if (said.length > 0) return `Because you said ${joinWords(said)}.`;
  const assumed = wordsOf(reason.answers, solution, true);
  if (assumed.length > 0) return `Because nothing else was said than ${joinWords(assumed)}.`;
  const earlier = reason.decisions.map((id) => labelOf(id, solution));
  if (earlier.length > 0) return `Because it was decided before: ${joinWords(earlier)}.`;
  return solution.decisions[decision].pinned
    ? `Because you pinned ${labelOf(decision, solution)}.`
    : `Because nothing calls for more than ${labelOf(decision, solution)}.`;
}

/** The facts behind some questions in words: those that were stated, or those that were assumed. */
function wordsOf(
  questions: readonly QuestionId[],
  { facts, assumptions }: Solution,
  wantsAssumed: boolean,
): readonly string[] {
  const assumed = new Set(assumptions.map(({ fact }) => fact));
  return questions.flatMap((question) =>
    questionFacts[question]
      .filter((fact) => assumed.has(fact) === wantsAssumed)
      .map((fact) => `“${factInWords(fact, facts[fact])}”`),
  );
}

function labelOf(id: DecisionId, { decisions: made }: Solution): string {
  return alternative(id, made[id].chosen).label;
}
