import type { Inspection } from './inspection.ts';
import type { Stylize } from './options.ts';
import { quoted } from './strings.ts';

/** Numbers, texts and symbols. */

/** A string no longer than this is never broken into lines. */
const longestUnbroken = 16;

/** `1234567` → `1_234_567` */
function groupsFromRight(digits: string): string {
  return digits.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, '_');
}

/** `1234567` → `123_456_7` */
function groupsFromLeft(digits: string): string {
  return digits.replaceAll(/(\d{3})(?=\d)/g, '$1_');
}

function withSeparators(text: string): string {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = groupsFromRight(whole);
  return fraction === undefined ? grouped : `${grouped}.${groupsFromLeft(fraction)}`;
}

export function numberText(value: number, separators: boolean): string {
  if (Object.is(value, -0)) return '-0';
  return separators ? withSeparators(`${value}`) : `${value}`;
}

export function bigintText(value: bigint, separators: boolean): string {
  return `${separators ? withSeparators(`${value}`) : value}n`;
}

/** A long text goes over several lines, one for each of its own. */
function stringText(text: string, stylize: Stylize, inspection: Inspection): string {
  const { maxStringLength, compact, breakLength, indentation } = inspection;
  const left = text.length - maxStringLength;
  const kept = left > 0 ? text.slice(0, maxStringLength) : text;
  const trailer = left > 0 ? `... ${left} more character${left > 1 ? 's' : ''}` : '';
  const line = (part: string): string => stylize(quoted(part), 'string');
  const broken =
    compact !== true &&
    kept.length > longestUnbroken &&
    kept.length > breakLength - indentation - 4;
  if (!broken) return line(kept) + trailer;
  return (
    kept
      .split(/(?<=\n)/)
      .map(line)
      .join(` +\n${' '.repeat(indentation + 2)}`) + trailer
  );
}

/** @param value no object, no function and not null */
export function primitiveText(value: unknown, stylize: Stylize, inspection: Inspection): string {
  const { numericSeparator } = inspection;
  switch (typeof value) {
    case 'string':
      return stringText(value, stylize, inspection);
    case 'number':
      return stylize(numberText(value, numericSeparator), 'number');
    case 'bigint':
      return stylize(bigintText(value, numericSeparator), 'bigint');
    case 'symbol':
      return stylize(value.toString(), 'symbol');
    default:
      return stylize(String(value), typeof value);
  }
}
