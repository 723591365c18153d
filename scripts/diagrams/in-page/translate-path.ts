/** How many numbers each absolute command takes, and which of them are x and y. */
const axes: Readonly<Record<string, readonly ('x' | 'y' | '-')[]>> = {
  M: ['x', 'y'],
  L: ['x', 'y'],
  T: ['x', 'y'],
  H: ['x'],
  V: ['y'],
  Q: ['x', 'y', 'x', 'y'],
  S: ['x', 'y', 'x', 'y'],
  C: ['x', 'y', 'x', 'y', 'x', 'y'],
  A: ['-', '-', '-', '-', '-', 'x', 'y'],
};

/**
 * Moves path data. Relative commands follow by themselves, but for a leading `m`, which is absolute.
 *
 * @param d path data as Mermaid writes it, with arc flags set apart
 */
export function translatePath(d: string, dx: number, dy: number): string {
  const shift = { x: dx, y: dy, '-': 0 };
  const absoluteStart = d.trimStart().replace(/^m/, 'M');
  return absoluteStart.replace(
    /([MLHVQSTCA])([^A-DF-Za-df-z]*)/g,
    (_, command: string, rest: string) => {
      const order = axes[command] ?? [];
      const numbers = [...rest.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/gi)].map((match) =>
        Number(match[0]),
      );
      const moved = numbers.map((value, i) => value + shift[order[i % order.length] ?? '-']);
      return `${command}${moved.join(' ')}`;
    },
  );
}
