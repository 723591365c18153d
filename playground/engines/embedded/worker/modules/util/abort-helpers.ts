import { addAbortListener } from '../events/any-emitter.ts';
import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';

/** What `node:util` has for signals. */

function isSignal(value: unknown): value is AbortSignal {
  return typeof value === 'object' && value !== null && 'aborted' in value;
}

/**
 * @param resource whom the wait is for
 * @returns a promise that settles when the signal aborts
 */
export async function aborted(signal: unknown, resource: unknown): Promise<void> {
  if (!isSignal(signal)) {
    const message = 'signal is not of type AbortSignal.';
    throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message, aborted);
  }
  if ((typeof resource !== 'object' && typeof resource !== 'function') || resource === null)
    throw invalidArgType('resource', 'Object', resource);
  if (signal.aborted) return;
  await new Promise<void>((resolve) => addAbortListener(signal, () => resolve()));
}

/** A controller whose signal could be posted to a thread; here every one can as little. */
export function transferableAbortController(): AbortController {
  return new AbortController();
}

export function transferableAbortSignal(signal: unknown): AbortSignal {
  if (!(signal instanceof AbortSignal)) throw invalidArgType('signal', 'AbortSignal', signal);
  return signal;
}
