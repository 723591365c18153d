import { questionFacts, questionIds } from './answers.ts';
import type { Answers, QuestionId } from './answers.ts';
import { alternativesOf, decisionIds } from './decisions.ts';
import type { DecisionId } from './decisions.ts';
import { facts } from './facts.ts';
import type { FactId } from './facts.ts';
import type { FactKind } from './fact-kinds.ts';
import type { ListFact } from './list-kinds.ts';
import { restoreRows } from './restore-rows.ts';
import type { RowFault } from './restore-rows.ts';
import type { Pins } from './solution.ts';
import { isRecord, ownEntry } from './untrusted.ts';
import type { UntrustedRecord } from './untrusted.ts';

/** Something that was given and could not be kept. */
export type Dropped =
  /** An answer that is neither "not sure" nor a set of facts. */
  | { readonly kind: 'answer'; readonly question: QuestionId }
  /** A fact whose value is out of range. */
  | { readonly kind: 'fact'; readonly question: QuestionId; readonly fact: FactId }
  /** A row of a list, or a cell of it, that is counted from 1. */
  | ({ readonly kind: 'row'; readonly question: QuestionId; readonly fact: FactId } & RowFault)
  /** A pin on an alternative that does not exist. */
  | { readonly kind: 'pin'; readonly decision: DecisionId }
  /** A name that stands for nothing, shortened. */
  | { readonly kind: 'unknown'; readonly name: string };

/** What was kept of something, and what was not. */
export interface Sorted<Kept> {
  readonly kept: Kept;
  readonly dropped: readonly Dropped[];
}

/** Sorts answers of unknown origin, fact by fact: one that is out of range leaves the others alone. */
export function restoreAnswers(raw: unknown): Sorted<Answers> {
  const given = isRecord(raw) ? raw : {};
  const found = questionIds.flatMap((id) => {
    const answer = ownEntry(given, id);
    return answer === undefined ? [] : [{ id, ...restoreAnswer(id, answer) }];
  });
  return {
    kept: Object.fromEntries(
      found.flatMap(({ id, kept }) => (kept === undefined ? [] : [[id, kept]])),
    ),
    dropped: [...found.flatMap(({ dropped }) => dropped), ...unknownNames(given, questionIds)],
  };
}

function restoreAnswer(question: QuestionId, raw: unknown): Sorted<unknown> {
  if (raw === 'not-sure') return { kept: raw, dropped: [] };
  if (!isRecord(raw)) return { kept: undefined, dropped: [{ kind: 'answer', question }] };
  const ids: readonly FactId[] = questionFacts[question];
  const given = ids.filter((fact) => ownEntry(raw, fact) !== undefined);
  const values = given.map((fact) => ({ fact, ...restoreFact(facts[fact], raw[fact]) }));
  const kept = values.filter(({ value }) => value !== undefined);
  const outOfRange = values.flatMap(({ fact, value, faults }): readonly Dropped[] => {
    if (value === undefined) return [{ kind: 'fact', question, fact }];
    return faults.map((fault) => ({ kind: 'row', question, fact, ...fault }));
  });
  return {
    kept:
      kept.length === 0
        ? undefined
        : Object.fromEntries(kept.map(({ fact, value }) => [fact, value])),
    dropped: [...outOfRange, ...unknownNames(raw, ids)],
  };
}

interface RestoredFact {
  /** In its one canonical form; nothing when it is out of range. */
  readonly value: unknown;
  readonly faults: readonly RowFault[];
}

function restoreFact(kind: FactKind, raw: unknown): RestoredFact {
  if (kind.kind !== 'list') return { value: restoreValue(kind, raw), faults: [] };
  const { rows, faults } = restoreRows(kind, raw);
  return { value: rows, faults };
}

function restoreValue(kind: Exclude<FactKind, ListFact>, value: unknown): unknown {
  switch (kind.kind) {
    case 'number':
      return Number.isInteger(value) && Number(value) >= kind.min && Number(value) <= kind.max
        ? Number(value) + 0 // −0 becomes 0
        : undefined;
    case 'choice':
      return kind.options.find((option) => option === value);
    case 'set':
      return isListOf(value, kind.options)
        ? kind.options.filter((option) => value.includes(option))
        : undefined;
    case 'rank':
      return isListOf(value, kind.options) && value.length === kind.places ? value : undefined;
  }
}

/** Sorts pins of unknown origin. */
export function restorePins(raw: unknown): Sorted<Pins> {
  const given = isRecord(raw) ? raw : {};
  const found = decisionIds.flatMap((id) => {
    const pin = ownEntry(given, id);
    return pin === undefined ? [] : [{ id, pin: alternativesOf(id).find((name) => name === pin) }];
  });
  return {
    kept: Object.fromEntries(
      found.flatMap(({ id, pin }) => (pin === undefined ? [] : [[id, pin]])),
    ),
    dropped: [
      ...found.flatMap(({ id, pin }): readonly Dropped[] =>
        pin === undefined ? [{ kind: 'pin', decision: id }] : [],
      ),
      ...unknownNames(given, decisionIds),
    ],
  };
}

/** The names that stand for nothing, shortened, and no more of them than one can read. */
function unknownNames(given: UntrustedRecord, known: readonly string[]): readonly Dropped[] {
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .slice(0, 20)
    .map((name) => ({ kind: 'unknown', name: name.slice(0, 40) }));
}

function isListOf(value: unknown, options: readonly string[]): value is readonly string[] {
  if (!Array.isArray(value)) return false;
  const known = value.every((entry) => typeof entry === 'string' && options.includes(entry));
  return known && new Set(value).size === value.length;
}
