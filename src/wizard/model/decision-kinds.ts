import type { CapabilityId } from '../../catalogue/ids.ts';
import type { OptionOf } from './facts.ts';

/** A page of the catalogue. */
export type PatternId = CapabilityId;

/** How much stands behind a statement: a source says it, the field knows it, or we agreed on it. */
export type EvidenceTag = 'S' | 'F' | 'C';

/** The tags in words, for readers. */
export const evidenceWords: Readonly<Record<EvidenceTag, string>> = {
  S: 'source',
  F: 'common knowledge',
  C: 'our convention',
};

/** What can matter most to somebody. */
export type Priority = OptionOf<'priorities'>;

/** A page that states what a rule claims. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** One way to decide. */
export interface Alternative {
  /** Short name, as in "modular monolith". */
  readonly label: string;
  /** One sentence: what it is. */
  readonly summary: string;
  /** One sentence: what is paid for it. */
  readonly tradeOff: string;
  /** What should make the team look at it again, as in "ten engineers, or three teams". */
  readonly revisitWhen: string;
  /** Pages of the catalogue that treat it. */
  readonly patterns: readonly PatternId[];
  /** The priorities that speak for it where the rules leave it close to another one. */
  readonly favors?: readonly Priority[];
}

/** A decision: its alternatives stand from the simplest to the dearest. */
export interface DecisionEntry<A extends string = string> {
  /** Its number among the forty decisions. */
  readonly number: number;
  /** One or two words, as in "style". */
  readonly title: string;
  /** The decision as a question. */
  readonly question: string;
  readonly alternatives: Readonly<Record<A, Alternative>>;
  /** Why the simplest alternative is right where no rule speaks for another one: a whole sentence; `{engineers}` stands for the fact in words. */
  readonly simplestBecause: string;
}

/** Keeps the literal names of a decision's alternatives. */
export function decision<const A extends string>(entry: DecisionEntry<A>): DecisionEntry<A> {
  return entry;
}
