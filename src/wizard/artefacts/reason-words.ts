import { evidenceWords } from '../model/decision-kinds.ts';
import type { PatternId } from '../model/decision-kinds.ts';
import type { Reason } from '../model/solution.ts';

/** A page of the catalogue, with an address that works outside the site too. */
export interface PatternPage {
  readonly title: string;
  readonly url: string;
}

/** Finds the page of a capability; nothing where the site has none. */
export type FindPage = (id: PatternId) => PatternPage | undefined;

/** What a reason says; where all that it rests on was assumed, it says so first. */
export function saidReason({ text, assumed }: Reason): string {
  return assumed ? `Unless you say otherwise: ${text}` : text;
}

/** A rule's id, the kind of evidence behind it and, where there is one, its source: as Markdown. */
export function evidenceLine({ ruleId, tag, source }: Reason): string {
  const link = source === undefined ? '' : `: [${source.title}](${source.url})`;
  return `\`${ruleId}\` (${evidenceWords[tag]})${link}`;
}
