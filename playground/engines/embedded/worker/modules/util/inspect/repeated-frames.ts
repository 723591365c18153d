/** Frames of a stack that say the same again: those of a cause, and those of a recursion. */

const leastRepeated = 3;

/** A run of frames that is replaced by a line. */
export interface FrameRange {
  readonly from: number;
  readonly count: number;
}

/** The first run of more than three frames that both stacks have. */
export function sharedFrames(frames: readonly string[], others: readonly string[]): FrameRange {
  for (let from = 0; from < frames.length - leastRepeated; from++) {
    const at = others.indexOf(frames[from] ?? '');
    if (at === -1 || others.length - at <= leastRepeated) continue;
    let count = 1;
    while (from + count < frames.length && at + count < others.length) {
      if (frames[from + count] !== others[at + count]) break;
      count++;
    }
    if (count > leastRepeated) return { from, count };
  }
  return { from: 0, count: 0 };
}

/** A run of `length` frames that follows on itself `times` more times from `from` on. */
export interface Repetition {
  readonly from: number;
  readonly length: number;
  readonly times: number;
}

/** How often the `length` frames at `from` are followed by the same ones. */
function timesRepeated(frames: readonly string[], from: number, length: number): number {
  let times = 0;
  for (let start = from + length; start + length <= frames.length; start += length) {
    for (let at = 0; at < length; at++) if (frames[from + at] !== frames[start + at]) return times;
    times++;
  }
  return times;
}

/** Lengths that a repetition from here on could have, the most likely one first. */
function candidateLengths(positions: readonly number[], from: number): number[] {
  const later = positions.filter((position) => position > from);
  const last = later.at(-1);
  if (last === undefined || last - from < leastRepeated) return [];
  if (later.length === 1) return [last - from];
  let divisor = 0;
  const others = new Set<number>();
  for (const position of later) {
    let rest = position - from;
    while (rest !== 0) {
      const remainder = divisor % rest;
      if (divisor !== 0) others.add(divisor);
      divisor = rest;
      rest = remainder;
    }
    if (divisor === 1) break;
  }
  others.delete(divisor);
  return [divisor, ...[...others].reverse()];
}

/** Recursions in a stack: which frames repeat, and how often. */
export function repetitions(frames: readonly string[]): Repetition[] {
  const positions = new Map<string, number[]>();
  for (const [index, frame] of frames.entries())
    positions.set(frame, [...(positions.get(frame) ?? []), index]);
  if (frames.length - positions.size <= leastRepeated) return [];
  const found: Repetition[] = [];
  for (let from = 0; from < frames.length - leastRepeated; from++) {
    let best = { length: 0, times: 0 };
    for (const length of candidateLengths(positions.get(frames[from] ?? '') ?? [], from)) {
      const times = timesRepeated(frames, from, length);
      if (length * times > best.length * best.times) best = { length, times };
    }
    if (best.length * best.times < leastRepeated) continue;
    found.push({ from: from + best.length, ...best });
    from += best.length * (best.times + 1) - 1;
  }
  return found;
}
