import { grouped } from '../../model/fact-words.ts';
import type { AnyRow, Cell, ListColumn, ListFact } from '../../model/list-kinds.ts';

/** The cells of a row beside its name in a few words, as in "team 1, changes every week". */
export function rowInWords({ columns }: ListFact, row: AnyRow): string {
  return Object.entries(columns)
    .flatMap(([column, kind]) => {
      const cell = row[column];
      return cell === undefined ? [] : cellInWords(kind, cell);
    })
    .join(', ');
}

/** Nothing where a cell goes without saying. */
function cellInWords(kind: ListColumn, cell: Cell): readonly string[] {
  switch (kind.kind) {
    case 'name':
      return [];
    case 'ordinal':
      return [`${kind.of} ${String(cell)}`];
    case 'number':
      return [`${grouped(Number(cell))} ${cell === 1 ? kind.unit[0] : kind.unit[1]}`];
    case 'flag':
      return cell === true ? [kind.words] : [];
    case 'choice':
      return cell === kind.default ? [] : [kind.words[String(cell)] ?? String(cell)];
    case 'reference':
      return cell === '' ? [] : [`from ${String(cell)}`];
    case 'references':
      return typeof cell === 'object' && cell.length > 0
        ? [cell.join(kind.ordered ? ' → ' : ' and ')]
        : [];
  }
}
