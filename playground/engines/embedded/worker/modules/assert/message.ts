import { inspect } from '../util/inspect.ts';
import { diffLines, printDiff } from './diff.ts';

/** Messages of failed assertions, as Node 24 writes them. */

export type DiffStyle = 'simple' | 'full';

const titles: Readonly<Record<string, string>> = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

const head = '+ actual - expected';
const longestShortValues = 12;
const longestIndicatedLine = 80;
const longestValue = 512;
const mostLines = 50;

/** Operators whose message is a comparison of both values. */
const compared = new Set(['deepStrictEqual', 'strictEqual', 'partialDeepStrictEqual']);

export interface Failure {
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string | undefined;
  readonly diff: DiffStyle;
}

function show(value: unknown): string {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isReference = (value: unknown): boolean => isObject(value) || typeof value === 'function';

/** A mark under the first character that differs, unless it is plain to see. */
function indicator(actual: string, expected: string): string {
  if (actual.length + expected.length > longestIndicatedLine) return '';
  const different = actual.split('').findIndex((unit, index) => unit !== expected[index]);
  return different < 3 ? '' : `\n${' '.repeat(different + 2)}^`;
}

/** Two values of one line each. */
function compareShort({ actual, expected }: Failure, shown: string, other: string): string {
  const quotes = [actual, expected].filter((value) => typeof value === 'string').length * 2;
  const fits = shown.length + other.length - quotes <= longestShortValues;
  if (fits && (actual !== 0 || expected !== 0)) return `\n${shown} !== ${other}\n`;
  return `${head}\n\n+ ${shown}\n- ${other}${indicator(shown, other)}\n`;
}

/** Two objects that look the same but are two. */
function notIdentical(lines: readonly string[], diff: DiffStyle): string {
  if (lines.length <= mostLines || diff === 'full') return `\n${lines.join('\n')}\n`;
  return `\n... Skipped lines\n${lines.slice(0, mostLines).join('\n')}\n...}\n`;
}

function compareLong(failure: Failure, actual: readonly string[], expected: readonly string[]) {
  const { text, skipped } = printDiff(diffLines(actual, expected, isObject(failure.actual)));
  return `${head}${skipped ? '\n... Skipped lines' : ''}\n${text}\n`;
}

/** Message of an assertion that compares, under a title of the caller's if there is one. */
function comparison(failure: Failure, title: string | undefined): string {
  const { actual, expected, operator = '' } = failure;
  const shown = show(actual);
  const other = show(expected);
  const lines = shown.split('\n');
  const otherLines = other.split('\n');
  const references =
    operator === 'strictEqual' &&
    isReference(actual) &&
    isReference(expected) &&
    typeof actual === typeof expected;
  const heading = title ?? titles[references ? 'strictEqualObject' : operator];
  const short = lines.length === 1 && otherLines.length === 1;
  if (short && !(isObject(actual) && isObject(expected)))
    return `${heading}\n${compareShort(failure, shown, other)}`;
  if (shown === other)
    return `${title ?? titles['notIdentical']}\n${notIdentical(lines, failure.diff)}`;
  return `${heading}\n${compareLong(failure, lines, otherLines)}`;
}

function negation({ actual, operator = '', diff }: Failure): string {
  const references = operator === 'notStrictEqual' && isReference(actual);
  const title = titles[references ? 'notStrictEqualObject' : operator] ?? '';
  const lines = show(actual).split('\n');
  const [first = ''] = lines;
  if (lines.length === 1) return `${title}${first.length > 5 ? '\n\n' : ' '}${first}`;
  const cut = lines.length > mostLines && diff !== 'full';
  const kept = cut ? [...lines.slice(0, 46), '...'] : lines;
  return `${title}\n\n${kept.join('\n')}\n`;
}

function cutValue(text: string, diff: DiffStyle): string {
  return text.length > longestValue && diff !== 'full' ? `${text.slice(0, 509)}...` : text;
}

function loose({ actual, expected, operator = '', diff }: Failure): string {
  const shown = show(actual);
  const other = show(expected);
  if (operator === 'notDeepEqual' && shown === other) {
    const whole = `${titles['notDeepEqual']}\n\n${shown}`;
    return whole.length > 1024 && diff !== 'full' ? `${whole.slice(0, 1021)}...` : whole;
  }
  const [left, right] = [cutValue(shown, diff), cutValue(other, diff)];
  if (operator === 'deepEqual')
    return `${titles['deepEqual']}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  const unequal = titles[`${operator}Unequal`];
  if (unequal !== undefined)
    return `${unequal}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  return `${left} ${operator} ${right}`;
}

/** @param message of the caller; with it, comparisons still show the difference */
export function failureMessage(failure: Failure, message: unknown): string {
  const { operator = '' } = failure;
  const own = message === undefined || message === null ? undefined : String(message);
  if (compared.has(operator)) return comparison(failure, own === '' ? undefined : own);
  if (own !== undefined) return own;
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return negation(failure);
  return loose(failure);
}
