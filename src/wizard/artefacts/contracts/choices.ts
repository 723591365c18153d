import type { AlternativeId, DecisionId } from '../../model/decisions.ts';
import type { Solution } from '../../model/solution.ts';

const read = [
  'pagination',
  'versioning',
  'live-updates',
  'outbound',
  'long-operation',
  'publishing',
  'event-schema',
] as const satisfies readonly DecisionId[];

/** The decisions that contracts and messages are written after. */
export type Choices = { readonly [D in (typeof read)[number]]: AlternativeId<D> };

/** What was decided. */
export function choicesOf({ decisions }: Pick<Solution, 'decisions'>): Choices {
  return Object.fromEntries(read.map((id) => [id, decisions[id].chosen])) as Choices;
}
