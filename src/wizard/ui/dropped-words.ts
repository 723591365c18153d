import { decisions } from '../model/decisions.ts';
import type { Dropped } from '../model/restore.ts';
import { question as questionById } from '../questions/questions.ts';

/** Says what of a link or a file was left out, each by the name that a reader knows. */
export function droppedInWords(dropped: readonly Dropped[]): string {
  return `Left out: ${dropped.map(itemInWords).join('; ')}.`;
}

function itemInWords(item: Dropped): string {
  switch (item.kind) {
    case 'answer':
      return `the answer to ${titleOf(item.question)}`;
    case 'fact':
      return `“${labelOf(item)}” in the answer to ${titleOf(item.question)}, which is out of range`;
    case 'row':
      return 'column' in item
        ? `a value in row ${item.row} of “${labelOf(item)}”, which is out of range: its default stands`
        : `row ${item.row} of “${labelOf(item)}”, which has no name of its own`;
    case 'pin':
      return `the pin of the decision “${decisions[item.decision].title}”`;
    case 'unknown':
      return `“${item.name}”, which this wizard does not know`;
  }
}

function titleOf(id: Parameters<typeof questionById>[0]): string {
  return `“${questionById(id).title}”`;
}

function labelOf({ question, fact }: Extract<Dropped, { kind: 'fact' | 'row' }>): string {
  return questionById(question).fields.find((field) => field.fact === fact)?.label ?? fact;
}
