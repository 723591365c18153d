import { formatQuantity } from '../format.ts';

/** How much of the end is read out. */
const LAST_LINES = 2;
const LONGEST_LINE = 120;

/** What a run has printed, for who does not see it. */
export interface Printed {
  readonly stdoutLines: number;
  readonly stderrLines: number;
  /** The end of what it printed last, to either stream. */
  readonly tail: string;
}

/**
 * A summary in place of all lines, since a program can print thousands: how many there are, and the
 * last of them. Empty where nothing was printed.
 */
export function outputWords({ stdoutLines, stderrLines, tail }: Printed): string {
  const counts = [count(stdoutLines, 'of output'), count(stderrLines, 'of errors')].filter(
    (words) => words !== '',
  );
  if (counts.length === 0) return '';
  const lines = tail
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-LAST_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line));
  const last = lines.length === 0 ? '' : ` The last: ${lines.join('; ')}`;
  return `${counts.join(', ')}.${last}`;
}

function count(lines: number, what: string): string {
  if (lines === 0) return '';
  return `${formatQuantity(lines)} ${lines === 1 ? 'line' : 'lines'} ${what}`;
}
