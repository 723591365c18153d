import { diffLines, type Change } from '../assert/diff.ts';
import { validateArrayOf, validateString } from '../errors/validate.ts';

/** `util.diff` */

const operations: Readonly<Record<Change, number>> = { removed: -1, same: 0, added: 1 };

function check(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value)) {
    validateArrayOf(value, name, validateString);
    return value as string[];
  }
  validateString(value, name);
  return value.split('');
}

/**
 * What must be done to `expected` to get `actual`, character by character or element by element.
 * @returns pairs of −1 (only expected), 0 (both) or 1 (only actual), and the text
 */
export function diff(actual: unknown, expected: unknown): [number, string][] {
  if (actual === expected) return [];
  const [left, right] = [check(actual, 'actual'), check(expected, 'expected')];
  return diffLines(left, right, false).map(([change, text]) => [operations[change], text]);
}
