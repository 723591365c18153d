/**
 * A shortest difference of two texts, line by line: E. W. Myers, "An O(ND) Difference Algorithm
 * and Its Variations", Algorithmica 1 (1986). Ties are broken as Node does, since it shows.
 */

export type Change = 'same' | 'added' | 'removed';
export type DiffLine = readonly [change: Change, text: string];

/** Same lines in a row beyond which the middle is left out. */
const contextLines = 5;

/** Furthest position in `actual` by diagonal, which is position there minus position in the other. */
type Furthest = Map<number, number>;

const at = (furthest: Furthest, diagonal: number): number => furthest.get(diagonal) ?? 0;

/** Whether the path to a diagonal comes from the one above it, by a removed line. */
function comesFromAbove(furthest: Furthest, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && at(furthest, diagonal - 1) < at(furthest, diagonal + 1);
}

type SameLine = (actual: string | undefined, expected: string | undefined) => boolean;

/** Lines that differ in a last comma alone are the same: the last property lost its. */
const sameButComma: SameLine = (actual, expected) =>
  actual === expected || `${actual},` === expected || actual === `${expected},`;

/** @returns what was furthest before each number of edits */
function search(actual: readonly string[], expected: readonly string[], same: SameLine) {
  const furthest: Furthest = new Map();
  const trace: Furthest[] = [];
  for (let edits = 0; ; edits++) {
    trace.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = comesFromAbove(furthest, diagonal, edits)
        ? at(furthest, diagonal + 1)
        : at(furthest, diagonal - 1) + 1;
      let y = x - diagonal;
      while (x < actual.length && y < expected.length && same(actual[x], expected[y])) {
        x++;
        y++;
      }
      furthest.set(diagonal, x);
      if (x >= actual.length && y >= expected.length) return trace;
    }
  }
}

/**
 * @param ignoreCommas whether lines that differ in a last comma are the same
 * @returns the lines of both, in order
 */
export function diffLines(
  actual: readonly string[],
  expected: readonly string[],
  ignoreCommas: boolean,
): DiffLine[] {
  const same: SameLine = ignoreCommas ? sameButComma : (a, b) => a === b;
  const backwards: DiffLine[] = [];
  const put = (change: Change, text: string | undefined): void => {
    backwards.push([change, text ?? '']);
  };
  let x = actual.length;
  let y = expected.length;
  for (const [edits, furthest] of [...search(actual, expected, same).entries()].reverse()) {
    const above = comesFromAbove(furthest, x - y, edits);
    const previous = x - y + (above ? 1 : -1);
    const previousX = at(furthest, previous);
    while (x > previousX && y > previousX - previous) {
      const withComma = !ignoreCommas || actual[x - 1]?.endsWith(',');
      put('same', withComma ? actual[x - 1] : expected[y - 1]);
      x--;
      y--;
    }
    if (edits === 0) break;
    if (x > previousX) put('added', actual[--x]);
    else put('removed', expected[--y]);
  }
  return backwards.reverse();
}

const marks: Readonly<Record<Change, string>> = { same: ' ', added: '+', removed: '-' };

/** A run of same lines before a change: all of them, or the first five, dots and the last. */
function shorten(lines: readonly string[]): readonly string[] {
  if (lines.length < contextLines + 3) return lines;
  return [...lines.slice(0, contextLines), '...', ...lines.slice(-1)];
}

/** @returns the lines with their marks, and whether some were left out without a trace */
export function printDiff(lines: readonly DiffLine[]): { text: string; skipped: boolean } {
  const printed: string[] = [];
  let run: string[] = [];
  let skipped = false;
  for (const [change, text] of lines) {
    const line = `${marks[change]} ${text}`;
    if (change === 'same') run.push(line);
    else {
      const short = shorten(run);
      skipped ||= short !== run;
      printed.push(...short, line);
      run = [];
    }
  }
  printed.push(...run.slice(0, contextLines));
  return { text: `\n${printed.join('\n').trimEnd()}`, skipped };
}
