import { factLine } from '../../artefacts/fact-lines.ts';
import type { GeneratedFile } from '../../artefacts/files.ts';
import type { Architecture } from '../../model/architecture.ts';
import { questionOf } from '../../model/answers.ts';
import type { QuestionId } from '../../model/answers.ts';
import { alternative, decisions } from '../../model/decisions.ts';
import type { DecisionId } from '../../model/decisions.ts';
import { estimates } from '../../model/estimates.ts';
import { factIds } from '../../model/facts.ts';
import type { FactId, Facts } from '../../model/facts.ts';
import type { Solution, Tension } from '../../model/solution.ts';
import { difference, tensionChange } from '../../solver/difference.ts';

/** A design with all that was made from it. */
export interface Design {
  readonly solution: Solution;
  readonly architecture: Architecture;
  readonly files: readonly GeneratedFile[];
}

/** Something that both designs have and that differs. */
export interface TwoSides {
  readonly before: string;
  readonly after: string;
}

/** All in which two designs differ; every list is empty for equal ones. */
export interface Comparison {
  /** In the order of the facts. */
  readonly answers: readonly (TwoSides & {
    readonly fact: FactId;
    readonly question: QuestionId;
  })[];
  /** By number. */
  readonly decisions: readonly (TwoSides & {
    readonly decision: DecisionId;
    readonly title: string;
  })[];
  readonly tensions: {
    readonly added: readonly Tension[];
    readonly removed: readonly Tension[];
  };
  readonly estimates: readonly (TwoSides & { readonly title: string })[];
  /** By path. */
  readonly files: readonly FileChange[];
}

export interface FileChange {
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Lines that only the second design has, and only the first. */
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

/** Compares two designs; what is equal in both is left out. */
export function compareDesigns(before: Design, after: Design): Comparison {
  return {
    answers: changedAnswers(before.solution.facts, after.solution.facts),
    decisions: difference(before.solution, after.solution).map((change) => ({
      decision: change.decision,
      title: decisions[change.decision].title,
      before: alternative(change.decision, change.before).label,
      after: alternative(change.decision, change.after).label,
    })),
    tensions: tensionChange(before.solution, after.solution),
    estimates: changedEstimates(before, after),
    files: changedFiles(before.files, after.files),
  };
}

function changedAnswers(before: Facts, after: Facts): Comparison['answers'] {
  return factIds.flatMap((fact) => {
    const sides = { before: factLine(fact, before[fact]), after: factLine(fact, after[fact]) };
    return sides.before === sides.after ? [] : [{ fact, question: questionOf(fact), ...sides }];
  });
}

/** An estimate that only one design has differs as well; the other side says nothing. */
function changedEstimates(before: Design, after: Design): Comparison['estimates'] {
  const [was, is] = [findingsOf(before), findingsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((title) => {
    const sides = { before: was.get(title) ?? '', after: is.get(title) ?? '' };
    return sides.before === sides.after ? [] : [{ title, ...sides }];
  });
}

/** What each estimate of a design finds, by its title. */
export function findingsOf({ solution, architecture }: Design): ReadonlyMap<string, string> {
  return new Map(estimates(solution, architecture).map(({ title, finding }) => [title, finding]));
}

function changedFiles(
  before: readonly GeneratedFile[],
  after: readonly GeneratedFile[],
): readonly FileChange[] {
  const old = new Map(before.map(({ path, text }) => [path, text]));
  const now = new Map(after.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    return was === is ? [] : [changeOf(path, was, is)];
  });
}

function changeOf(path: string, was: string | undefined, is: string | undefined): FileChange {
  const [oldLines, newLines] = [linesOf(was), linesOf(is)];
  return {
    path,
    change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
    linesAdded: surplus(newLines, oldLines),
    linesRemoved: surplus(oldLines, newLines),
  };
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.replace(/\n$/u, '').split('\n');
}

/** How many lines the first list has more of; a line that merely moved does not count. */
function surplus(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}
