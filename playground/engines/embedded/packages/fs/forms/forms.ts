import { machine } from 'node:internal/machine';
import { validateFunction } from 'node:internal/errors';

/**
 * The three forms of every operation: at once, with a callback, and with a promise. An operation
 * checks its arguments when it is called, and gives the function that does the work.
 */

export type Operation = (...args: never[]) => () => unknown;
type AnyFunction = (...args: unknown[]) => unknown;

/**
 * Does the work when Node's threads would have done it: after the immediates that are set by now,
 * in the poll phase.
 */
export function later(work: () => void): void {
  machine.loop.immediate(() => machine.loop.poll(work));
}

function prepare(operation: Operation, args: readonly unknown[]): () => unknown {
  return Reflect.apply(operation, undefined, args);
}

function named(name: string, form: AnyFunction, length: number): AnyFunction {
  Object.defineProperty(form, 'name', { value: name, configurable: true });
  return Object.defineProperty(form, 'length', { value: length, configurable: true });
}

export function syncForm(name: string, operation: Operation): AnyFunction {
  const form: AnyFunction = (...args) => prepare(operation, args)();
  return named(`${name}Sync`, form, operation.length);
}

/** @param results further arguments of the callback, such as the buffer that was read into */
export function callbackForm(
  name: string,
  operation: Operation,
  most: number,
  results: (result: unknown, args: readonly unknown[]) => unknown[] = (result) =>
    result === undefined ? [] : [result],
): AnyFunction {
  const form: AnyFunction = (...all) => {
    const at = all.findLastIndex((one) => typeof one === 'function');
    const callback = all[at === -1 ? most : at];
    validateFunction(callback, 'cb');
    const args = all.slice(0, at);
    const work = prepare(operation, args);
    if (isAborted(args)) {
      callBack(work, callback as AnyFunction, (result) => results(result, args));
      return;
    }
    later(() => callBack(work, callback as AnyFunction, (result) => results(result, args)));
  };
  return named(name, form, most + 1);
}

/** What is aborted before it begins is told of at once. */
function isAborted(args: readonly unknown[]): boolean {
  const options = args.at(-1) as { readonly signal?: AbortSignal } | null | undefined;
  return typeof options === 'object' && options?.signal?.aborted === true;
}

function callBack(
  work: () => unknown,
  callback: AnyFunction,
  results: (result: unknown) => unknown[],
): void {
  let outcome: unknown[];
  try {
    outcome = [null, ...results(work())];
  } catch (error) {
    outcome = [error];
  }
  callback(...outcome);
}

export function promiseForm(name: string, operation: Operation): AnyFunction {
  const form: AnyFunction = async (...args) => runLater(prepare(operation, args));
  return named(name, form, operation.length);
}

export function runLater<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    later(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error as Error);
      }
    });
  });
}
