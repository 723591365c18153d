import type { NodeProcess } from '../../process/process.ts';

const longestMs = 2 ** 31 - 1;

/** Makes the function that reads a delay; Node warns of negative ones and of NaN only once. */
export function createReadDelay(process: NodeProcess): (delay: unknown) => number {
  const warned = new Set<string>();
  const warnOnce = (what: string, type: string): void => {
    if (!warned.has(type)) process.emitWarning(`${what}\nTimeout duration was set to 1.`, type);
    warned.add(type);
  };
  return (delay) => {
    const ms = delay === undefined ? 1 : Number(delay);
    if (ms >= 1 && ms <= longestMs) return ms;
    if (ms > longestMs) {
      warned.delete('TimeoutOverflowWarning');
      warnOnce(`${ms} does not fit into a 32-bit signed integer.`, 'TimeoutOverflowWarning');
    } else if (ms < 0) warnOnce(`${ms} is a negative number.`, 'TimeoutNegativeWarning');
    else if (Number.isNaN(ms)) warnOnce(`${ms} is not a number.`, 'TimeoutNaNWarning');
    return 1;
  };
}
