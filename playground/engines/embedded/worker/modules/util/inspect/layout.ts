import type { Inspection } from './inspection.ts';
import { stringWidth } from './string-width.ts';
import { stripVTControlCharacters } from './strings.ts';

/** Puts what belongs to an object on one line, into columns, or on a line each. */

/** What is listed: properties with their names, or elements as well. */
export type Listing = 'properties' | 'elements';

/** The parts of an object's text. */
export interface Parts {
  readonly output: readonly string[];
  /** What stands before the braces: a function, an error. */
  readonly base: string;
  readonly braces: readonly [open: string, close: string];
  readonly listing: Listing;
  /** The object, for the kind of its elements. */
  readonly value?: unknown;
}

/** Space and comma between two columns. */
const separatorWidth = 2;
const mostColumns = 15;
/** A row is about this many times as high as a character is wide. */
const rowHeight = 2.5;
/** Fewer elements stand in a row of their own. */
const fewElements = 6;

function columnCount(inspection: Inspection, widths: readonly number[], count: number): number {
  const { breakLength, indentation, compact } = inspection;
  const longest = Math.max(0, ...widths);
  const total = widths.reduce((sum, width) => sum + width + separatorWidth, 0);
  const column = longest + separatorWidth;
  const fits = column * 3 + indentation < breakLength;
  if (!fits || (total / column <= 5 && longest > 6)) return 0;
  const bias = Math.sqrt(column - total / count);
  const biased = Math.max(column - 3 - bias, 1);
  return Math.min(
    Math.round(Math.sqrt(rowHeight * biased * widths.length) / biased),
    Math.floor((breakLength - indentation) / column),
    Number(compact) * 4,
    mostColumns,
  );
}

/** Numbers stand to the right in their column, everything else to the left. */
function isNumeric(value: unknown, count: number): boolean {
  if (value === undefined) return true;
  const elements = value as readonly unknown[];
  return Array.from({ length: count }, (_, index) => typeof elements[index]).every(
    (type) => type === 'number' || type === 'bigint',
  );
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}

/** Elements of an array in columns, where that is shorter. */
function inColumns(inspection: Inspection, output: readonly string[], value: unknown) {
  const cut = inspection.maxArrayLength < output.length;
  const items = cut ? output.slice(0, -1) : output;
  const widths = items.map((item) => stringWidth(item, inspection.colors));
  const columns = columnCount(inspection, widths, output.length);
  if (!(columns > 1)) return output;
  const columnWidths = Array.from({ length: columns }, (_, column) => {
    const inColumn = widths.filter((_, index) => index % columns === column);
    return Math.max(0, ...inColumn) + separatorWidth;
  });
  const numeric = isNumeric(value, output.length);
  const rows: string[] = [];
  for (let from = 0; from < items.length; from += columns) {
    const row = items.slice(from, from + columns).map((item, column, all) => {
      const width =
        (columnWidths[column] ?? 0) + item.length - (widths[from + column] ?? item.length);
      if (column < all.length - 1) return pad(`${item}, `, width, numeric);
      return numeric ? item.padStart(width - separatorWidth) : item;
    });
    rows.push(row.join(''));
  }
  return cut ? [...rows, ...output.slice(-1)] : rows;
}

/** Whether everything fits on one line, if `start` characters stand on it already. */
function fitsOneLine(
  { breakLength, colors }: Inspection,
  output: readonly string[],
  start: number,
  base: string,
): boolean {
  if (base.includes('\n')) return false;
  if (breakLength === Infinity) return output.every((text) => !text.includes('\n'));
  let total = output.length + start;
  if (total + output.length > breakLength) return false;
  for (const text of output) {
    total += colors ? stripVTControlCharacters(text).length : text.length;
    if (total > breakLength) return false;
  }
  return true;
}

/** `compact: true`: the braces stand on the lines of what is inside. */
function tight(inspection: Inspection, { output, base, braces }: Parts): string {
  const [open, close] = braces;
  const before = base === '' ? '' : ` ${base}`;
  if (fitsOneLine(inspection, output, 0, base))
    return `${open}${before} ${output.join(', ')} ${close}`;
  const line = `\n${' '.repeat(inspection.indentation)}  `;
  const first = base === '' && open.length === 1 ? ' ' : `${before}${line}`;
  return `${open}${first}${output.join(`,${line}`)} ${close}`;
}

/** @param level of what is inside */
export function layOut(inspection: Inspection, parts: Parts, level: number): string {
  const { compact, indentation, currentDepth } = inspection;
  if (compact === true) return tight(inspection, parts);
  const { output, base, braces, listing, value } = parts;
  const [open, close] = braces;
  const begin = base === '' ? open : `${base} ${open}`;
  let lines = output;
  if (typeof compact === 'number' && compact >= 1) {
    if (listing === 'elements' && output.length > fewElements)
      lines = inColumns(inspection, output, value);
    if (currentDepth - level < compact && lines.length === output.length) {
      const start = output.length + indentation + open.length + base.length + 10;
      const joined = output.join(', ');
      if (fitsOneLine(inspection, output, start, base) && !joined.includes('\n'))
        return `${begin} ${joined} ${close}`;
    }
  }
  const line = `\n${' '.repeat(indentation)}`;
  return `${begin}${line}  ${lines.join(`,${line}  `)}${line}${close}`;
}
