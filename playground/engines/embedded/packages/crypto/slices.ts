import { machine } from 'node:internal/machine';

/** Work in steps, done at once or between the program's other work. */
export type Steps<Result> = Generator<undefined, Result>;

/** How long a slice may hold the thread. */
const sliceMs = 20;

/** Does all steps now; the page is asked for patience. */
export function finish<Result>(steps: Steps<Result>): Result {
  return machine.labor(() => {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  });
}

/** Does the steps in slices, and lets the program go on between them. It keeps the program alive. */
export async function finishLater<Result>(steps: Steps<Result>): Promise<Result> {
  const release = machine.loop.hold();
  try {
    return await inSlices(steps);
  } finally {
    release();
  }
}

async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  const { monotonicMs, setTimeout } = machine.native;
  for (;;) {
    const untilMs = monotonicMs() + sliceMs;
    while (monotonicMs() < untilMs) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
}
