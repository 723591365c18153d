/**
 * Whether two words differ by at most `limit` typing slips: a letter more, less or other, or two
 * neighbors swapped (optimal string alignment distance).
 */
export function isWithinSlips(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + same,
        isSwap ? at(beforeLast, j - 2) + 1 : Infinity,
      );
    }
    if (Math.min(...row) > limit) return false;
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length) <= limit;
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;

/**
 * The candidates that a mistyped word is nearest to.
 *
 * @param limit slips beyond which a candidate is no suggestion any more
 * @returns all candidates at the smallest distance; none where every one is further than the limit
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  limit = Math.ceil(word.length / 3),
): readonly string[] {
  for (let slips = 0; slips <= limit; slips++) {
    const found = candidates.filter((candidate) => isWithinSlips(word, candidate, slips));
    if (found.length > 0) return found;
  }
  return [];
}
