import { inspect, type InspectOptions } from '../util/inspect.ts';
import { types } from '../util/types.ts';
import { previewEntries } from '../util/inspect/iterator-preview.ts';
import { stringWidth } from '../util/inspect/string-width.ts';

/** `console.table`: what goes into which column, and the frame around it. */

/** Columns by their heading; a row that has nothing in a column is undefined there. */
type Columns = Map<string, (string | undefined)[]>;

const indexName = '(index)';
const iterationName = '(iteration index)';
const keyName = 'Key';
const valuesName = 'Values';

function renderRow(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) => {
    return cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
  });
  return `│ ${padded.join(' │ ')} │`;
}

function render(columns: Columns): string {
  const heads = [...columns.keys()];
  const lists = [...columns.values()];
  const rowCount = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: rowCount }, (_, row) => lists.map((list) => list[row] ?? ''));
  const widths = heads.map((head, column) =>
    Math.max(stringWidth(head), ...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  const line = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  return [
    line('┌', '┬', '┐'),
    renderRow(heads, widths),
    line('├', '┼', '┤'),
    ...rows.map((row) => renderRow(row, widths)),
    line('└', '┴', '┘'),
  ].join('\n');
}

function showWith(options: InspectOptions): (value: unknown) => string {
  return (value) => {
    const large =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !types.isTypedArray(value) &&
      Object.keys(value).length > 2;
    const limits = { maxArrayLength: 3, breakLength: Infinity };
    return inspect(value, { depth: large ? -1 : 0, ...limits, ...options });
  };
}

const isPrimitive = (value: unknown): boolean =>
  value === null || (typeof value !== 'object' && typeof value !== 'function');

function ofRows(
  data: Readonly<Record<string, unknown>>,
  chosen: readonly string[] | undefined,
  show: (value: unknown) => string,
): Columns {
  const index = Object.keys(data);
  const columns: Columns = new Map([[indexName, index]]);
  const values: (string | undefined)[] = [];
  for (const [row, name] of index.entries()) {
    const item = data[name];
    if (isPrimitive(item) && chosen === undefined) {
      values[row] = show(item);
      continue;
    }
    for (const key of chosen ?? Object.keys(item as object)) {
      const column = columns.get(key) ?? [];
      columns.set(key, column);
      const present = !isPrimitive(item) && Object.hasOwn(item as object, key);
      column[row] = present ? show(Reflect.get(item as object, key)) : '';
    }
  }
  if (values.length > 0) columns.set(valuesName, values);
  return columns;
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, row) => String(row));
}

function ofPairs(
  pairs: readonly (readonly [unknown, unknown])[],
  show: (value: unknown) => string,
): Columns {
  return new Map([
    [iterationName, numbered(pairs.length)],
    [keyName, pairs.map(([key]) => show(key))],
    [valuesName, pairs.map(([, value]) => show(value))],
  ]);
}

function ofItems(items: readonly unknown[], show: (value: unknown) => string): Columns {
  return new Map([
    [iterationName, numbered(items.length)],
    [valuesName, items.map(show)],
  ]);
}

/**
 * @param chosen the columns, in order; all of them where it is undefined
 * @returns the table's text, or undefined where the data is no table
 */
export function tableText(
  data: unknown,
  chosen: readonly string[] | undefined,
  options: InspectOptions,
): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const show = showWith(options);
  if (types.isMap(data)) return render(ofPairs([...(data as Map<unknown, unknown>)], show));
  if (types.isSet(data)) return render(ofItems([...(data as Set<unknown>)], show));
  if (types.isMapIterator(data) || types.isSetIterator(data)) {
    const { items, areEntries } = previewEntries(data as Iterator<unknown>);
    // Node flattens the pairs of a Set's iterator.
    if (types.isSetIterator(data)) return render(ofItems(areEntries ? items.flat() : items, show));
    return render(
      areEntries ? ofPairs(items as readonly [unknown, unknown][], show) : ofItems(items, show),
    );
  }
  return render(ofRows(data as Readonly<Record<string, unknown>>, chosen, show));
}
