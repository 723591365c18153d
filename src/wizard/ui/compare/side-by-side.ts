import { factLine } from '../../artefacts/fact-lines.ts';
import { capitalized } from '../../../lib/text.ts';
import { questionOf } from '../../model/answers.ts';
import { alternative, decisionIds, decisions } from '../../model/decisions.ts';
import { factIds } from '../../model/facts.ts';
import { question } from '../../questions/questions.ts';
import { compareDesigns, findingsOf } from './compare-model.ts';
import type { Comparison, Design, FileChange } from './compare-model.ts';

/** One line of the table: the same thing in both designs. */
export interface ComparedRow {
  readonly title: string;
  readonly kept: string;
  readonly present: string;
  readonly differs: boolean;
}

export interface ComparedGroup {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** Two designs side by side, what is equal included. */
export interface SideBySide {
  readonly groups: readonly ComparedGroup[];
  readonly tensions: Comparison['tensions'];
  readonly files: readonly FileChange[];
  readonly differences: number;
}

/** Decisions, answers and estimates of both designs, each said to differ or not. */
export function sideBySide(kept: Design, present: Design): SideBySide {
  const { tensions, files } = compareDesigns(kept, present);
  const groups = [
    { title: 'Decisions', rows: decisionRows(kept, present) },
    { title: 'Answers and assumptions', rows: factRows(kept, present) },
    { title: 'Estimates', rows: estimateRows(kept, present) },
  ];
  const differences = groups.flatMap(({ rows }) => rows).filter(({ differs }) => differs).length;
  return { groups, tensions, files, differences };
}

function decisionRows(kept: Design, present: Design): readonly ComparedRow[] {
  return decisionIds.map((id) => {
    const chosen = ({ solution }: Design): string =>
      alternative(id, solution.decisions[id].chosen).label;
    return row(decisions[id].title, chosen(kept), chosen(present));
  });
}

/** A line of a fact says what it is about before its colon; a number is known by its question. */
function factRows(kept: Design, present: Design): readonly ComparedRow[] {
  return factIds.map((fact) => {
    const before = cut(factLine(fact, kept.solution.facts[fact]));
    const after = cut(factLine(fact, present.solution.facts[fact]));
    return row(after.title ?? question(questionOf(fact)).title, before.said, after.said);
  });
}

function estimateRows(kept: Design, present: Design): readonly ComparedRow[] {
  const [before, after] = [findingsOf(kept), findingsOf(present)];
  return [...new Set([...before.keys(), ...after.keys()])].map((title) =>
    row(title, before.get(title) ?? 'not estimated', after.get(title) ?? 'not estimated'),
  );
}

function row(title: string, kept: string, present: string): ComparedRow {
  return { title, kept, present, differs: kept !== present };
}

function cut(line: string): { readonly title?: string; readonly said: string } {
  const colon = line.indexOf(': ');
  if (colon === -1) return { said: line };
  return { title: capitalized(line.slice(0, colon)), said: line.slice(colon + 2) };
}
