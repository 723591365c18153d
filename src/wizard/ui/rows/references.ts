import type { Answers } from '../../model/answers.ts';
import { questionOf } from '../../model/answers.ts';
import { factIds, facts, isListFact } from '../../model/facts.ts';
import type { AnyRow, Cell, ListFact } from '../../model/list-kinds.ts';
import { isRecord } from '../../model/untrusted.ts';
import { statedValue } from '../answering.ts';

/**
 * Lets rows of other lists follow a capability that got another name, or was removed.
 * @param name the new name; nothing takes the references away
 */
export function withRenamedCapability(
  answers: Answers,
  before: string,
  name: string | undefined,
): Answers {
  return factIds.filter(isListFact).reduce<Answers>((changed, fact) => {
    const rows = statedValue(changed, fact);
    if (rows === undefined) return changed;
    const question = questionOf(fact);
    const renamed = rows.map((row) => renamedIn(facts[fact], row, before, name));
    const answer: unknown = changed[question];
    return { ...changed, [question]: { ...(isRecord(answer) ? answer : {}), [fact]: renamed } };
  }, answers);
}

function renamedIn(
  { columns }: ListFact,
  row: AnyRow,
  before: string,
  name: string | undefined,
): AnyRow {
  const cells = Object.entries(columns).map(([column, { kind }]): readonly [string, Cell] => {
    const cell = row[column] ?? '';
    if (kind === 'reference' && cell === before) return [column, name ?? ''];
    if (kind !== 'references' || typeof cell !== 'object') return [column, cell];
    return [column, cell.flatMap((each) => (each === before ? (name ?? []) : each))];
  });
  return { ...Object.fromEntries(cells), name: row.name };
}
