import type { Finished } from './step.ts';

/** @returns What is printed as a step ends: one line when it passed, its output when it failed. */
export function stepLines({ step, result, seconds }: Finished): string {
  const { passed, failed, skipped, output, notes = [] } = result;
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
  const mark = failed > 0 ? '✗' : '✓';
  const first = `${mark} ${step.name}: ${counts} (${seconds.toFixed(1)} s)`;
  const line = [first, ...notes.map((note) => `  ${note}`)].join('\n');
  if (failed === 0) return line;
  return `${line}\n${indented(output)}\n  To run only this: ${step.rerun}`;
}

/** @returns The last line of a run: all counts, and nothing else on it. */
export function totalLine(finished: readonly Finished[]): string {
  const sum = (key: 'passed' | 'failed'): number =>
    finished.reduce((total, { result }) => total + result[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
