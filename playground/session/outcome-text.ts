import type { Done, Fault, Progress, Stage } from '../engine/contract.ts';

/** Something went wrong, and what the reader can do about it. */
export interface Problem {
  readonly what: string;
  readonly whatToDo: string;
  /** The place in the reader's files, where it is known. */
  readonly fault?: Fault;
}

/** Said while a reader waits. */
export const stageTexts: Readonly<Record<Stage, string>> = {
  loading: 'Loading the engine',
  starting: 'Starting',
  copying: 'Copying the files',
  installing: 'Installing packages',
  running: 'Running',
};

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** `Loading PostgreSQL: 2.1 of 5.6 MB`, or the words for the stage alone. */
export function describeStage(stage: Stage, progress?: Progress): string {
  if (!progress) return stageTexts[stage];
  const { title, loadedBytes, totalBytes } = progress;
  return `Loading ${title}: ${megabytes(loadedBytes)} of ${megabytes(totalBytes)} MB`;
}

/** `Finished: exit 0 after 0.1 s.` */
export function describeDone({ reason, code }: Done, durationMs: number): string {
  const after = `after ${(durationMs / 1000).toFixed(1)} s`;
  if (reason === 'exit') return `Finished: exit ${code ?? 0} ${after}.`;
  if (reason === 'killed') return `Stopped ${after}.`;
  return `Ended ${after}.`;
}

/** `Tests: 12 passed, 0 failed.`, read from the report that the tests printed; else undefined. */
export function describeTests(stdout: string): string | undefined {
  const count = (name: string): string | undefined =>
    new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(stdout)?.[1];
  const [passed, failed] = [count('pass'), count('fail')];
  return passed === undefined || failed === undefined
    ? undefined
    : `Tests: ${passed} passed, ${failed} failed.`;
}

/** @returns What is told apart from the output, where a run did not end well. */
export function problemOf(
  { reason, code, message, fault }: Done,
  stderr: string,
): Problem | undefined {
  if (reason === 'killed' || (reason === 'exit' && code === 0)) return undefined;
  if (reason === 'exit') {
    const error = lastError(stderr);
    return {
      what: `The program ended with exit code ${code ?? 1}${error === undefined ? '.' : `: ${error}`}`,
      whatToDo: 'Its errors stand below its output. Mend or reset what you changed and press Run.',
      ...(fault && { fault }),
    };
  }
  return {
    what: message ?? 'The program was ended.',
    whatToDo: 'What it printed so far stands below. Change it, or the knobs, and press Run.',
  };
}

/** @param error as an engine or the loading of the example threw it */
export function problemOfError(error: unknown): Problem {
  const known = error instanceof Error && 'whatToDo' in error;
  return {
    what: error instanceof Error ? error.message : 'The run did not start.',
    whatToDo: known ? String(error.whatToDo) : 'Press Run again; if it persists, reload the page.',
  };
}

/** The line of an uncaught error's report that names it: `TypeError: no such luck`. */
function lastError(stderr: string): string | undefined {
  return stderr
    .split('\n')
    .findLast((line) => /^(?:Uncaught )?[\w$]*(?:Error|Exception)\b.*: /.test(line));
}
