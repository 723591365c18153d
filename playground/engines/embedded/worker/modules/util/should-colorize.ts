/** Whether what goes to a stream is colored. */

interface MaybeTerminal {
  readonly isTTY?: boolean;
  getColorDepth?(): number;
}

/** Bits of color by what `FORCE_COLOR` says. */
const forcedDepths: Readonly<Record<string, number>> = { '': 4, '1': 4, true: 4, '2': 8, '3': 24 };
const leastDepth = 2;

/** Terminals with colors are; with `FORCE_COLOR` every stream is. */
export function shouldColorize(stream: unknown): boolean {
  const forced = process.env['FORCE_COLOR'];
  if (forced !== undefined) return (forcedDepths[forced] ?? 1) > leastDepth;
  const { isTTY, getColorDepth } = (stream ?? {}) as MaybeTerminal;
  if (isTTY !== true) return false;
  return (
    typeof getColorDepth !== 'function' || Reflect.apply(getColorDepth, stream, []) > leastDepth
  );
}
