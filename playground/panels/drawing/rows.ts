/** Something that takes a stretch of the horizontal axis. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts what overlaps one below the other: for each stretch the first row, from 0, where it does not
 * overlap the one before; `undefined` where `most` rows do not suffice.
 */
export function rowsFor(
  stretches: readonly Stretch[],
  most: number,
): readonly (number | undefined)[] {
  const rows: (number | undefined)[] = stretches.map(() => undefined);
  const freeFrom: number[] = [];
  for (const index of byBeginning(stretches)) {
    const { from, to } = stretches[index] ?? { from: 0, to: 0 };
    const free = freeFrom.findIndex((at) => at <= from);
    const row = free === -1 ? freeFrom.length : free;
    if (row >= most) continue;
    freeFrom[row] = to;
    rows[index] = row;
  }
  return rows;
}

function byBeginning(stretches: readonly Stretch[]): readonly number[] {
  const beginning = (index: number): number => stretches[index]?.from ?? 0;
  return stretches.map((_, index) => index).sort((a, b) => beginning(a) - beginning(b));
}
