import { machine } from 'node:internal/machine';

/** What takes Node a thread of its pool, done in a later task of the program's loop. */

type Callback<Result> = (error: Error | null, result?: Result) => void;

/**
 * Calls back with what `work` returns or throws, in a later task. The program lives until then.
 * @param callback is the program's; what it throws is its own affair
 */
export function callBack<Result>(work: () => Result, callback: CallableFunction): void {
  const done = callback as Callback<Result>;
  machine.loop.poll(() => {
    const outcome = attempt(work);
    if (outcome.error) done(outcome.error);
    else done(null, outcome.result);
  });
}

/** Calls back when the promise settles; it keeps the program alive. */
export function callBackLater<Result>(work: Promise<Result>, callback: CallableFunction): void {
  const release = machine.loop.hold();
  const finish = (settled: () => Result): void => {
    callBack(settled, callback);
    release();
  };
  work.then(
    (result) => finish(() => result),
    (error: unknown) =>
      finish(() => {
        throw error;
      }),
  );
}

type Outcome<Result> =
  { readonly result: Result; readonly error?: never } | { readonly error: Error };

function attempt<Result>(work: () => Result): Outcome<Result> {
  try {
    return { result: work() };
  } catch (error) {
    return { error: error as Error };
  }
}
