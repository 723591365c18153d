import { checkResult, type Finished, type Result, type Step } from './step.ts';

/**
 * Runs steps side by side, in the order given as far as cores and prerequisites allow. A step that
 * throws counts as failed, and so does one whose prerequisite failed. Nothing stops the others.
 *
 * @param steps In order of preference; `after` names earlier steps.
 * @param cores How many cores may be kept busy at once.
 * @param onFinished Called as each step ends.
 */
export async function runSteps(
  steps: readonly Step[],
  cores: number,
  onFinished: (finished: Finished) => void,
): Promise<readonly Finished[]> {
  const waiting = new Set(steps);
  const done = new Map<string, Finished>();
  const running = new Map<Step, Promise<void>>();

  const finish = (step: Step, result: Result, seconds: number): void => {
    const finished = { step, result, seconds };
    done.set(step.name, finished);
    onFinished(finished);
  };

  const start = (step: Step): void => {
    const startedAt = performance.now();
    const ended = outcomeOf(step).then((result) => {
      running.delete(step);
      finish(step, result, (performance.now() - startedAt) / 1000);
    });
    running.set(step, ended);
  };

  while (waiting.size > 0) {
    for (const step of waiting) {
      if (!isReady(step, done)) continue;
      const failedBefore = step.after?.find((name) => (done.get(name)?.result.failed ?? 0) > 0);
      if (failedBefore !== undefined) {
        waiting.delete(step);
        finish(step, checkResult(false, `Not run: ${failedBefore} failed.`), 0);
      } else if (fits(step, running.keys(), cores)) {
        waiting.delete(step);
        start(step);
      }
    }
    if (running.size > 0) await Promise.race(running.values());
    else rejectUnknownPrerequisites(waiting, done);
  }
  await Promise.all(running.values());
  return [...done.values()];
}

/** A step's own error is meant for a person: its message is enough, a stack would bury it. */
async function outcomeOf(step: Step): Promise<Result> {
  try {
    return await step.run();
  } catch (error) {
    return checkResult(false, wordsOf(error));
  }
}

/** What we throw ourselves says what to do; a TypeError and its like are bugs and need their place. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isTold = Object.getPrototypeOf(error) === Error.prototype;
  return isTold ? error.message : (error.stack ?? error.message);
}

function isReady(step: Step, done: ReadonlyMap<string, Finished>): boolean {
  return (step.after ?? []).every((name) => done.has(name));
}

/** With nothing running, whatever still waits must be able to start in the next round. */
function rejectUnknownPrerequisites(
  waiting: ReadonlySet<Step>,
  done: ReadonlyMap<string, Finished>,
): void {
  if (waiting.size === 0 || [...waiting].some((step) => isReady(step, done))) return;
  const names = [...waiting].map(({ name }) => name).join(', ');
  throw new Error(`These steps wait for steps that never run: ${names}.`);
}

function fits(step: Step, running: Iterable<Step>, cores: number): boolean {
  const busy = [...running].reduce((sum, { cores: used = 1 }) => sum + used, 0);
  return busy === 0 || busy + (step.cores ?? 1) <= cores;
}
