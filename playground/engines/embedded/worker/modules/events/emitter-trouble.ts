import { nodeError } from '../errors/node-error.ts';
import { inspect } from '../util/inspect.ts';
import type { EventName, ListenerList } from './emitter-state.ts';

/** What goes wrong with emitters: errors that nobody hears, listeners that pile up. */

/**
 * Set on an error that an `error` event without listeners throws: gives the stack with the place
 * of the `emit`, for whoever prints the error as uncaught.
 */
export const stackWithEmit: unique symbol = Symbol('kEnhanceStackBeforeInspector');

/** Node's warning of too many listeners; a list gets it once. */
export function warnOfLeak(
  emitter: object,
  name: EventName,
  list: ListenerList,
  max: number,
): void {
  list.warned = true;
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(name)} listeners ` +
      `added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${max}. ` +
      'Use emitter.setMaxListeners() to increase limit',
  );
  const about = { name: 'MaxListenersExceededWarning', emitter, type: name, count: list.length };
  process.emitWarning(Object.assign(warning, about));
}

function markEmit(emitter: object, error: Error, emit: CallableFunction): void {
  const { name } = emitter.constructor;
  const place: { stack?: string } = {};
  Error.captureStackTrace(place, emit);
  const frames = (place.stack ?? '').split('\n').slice(1).join('\n');
  const on = name === 'EventEmitter' ? '' : ` on ${name} instance`;
  Object.defineProperty(error, stackWithEmit, {
    value: () => `${error.stack}\nEmitted 'error' event${on} at:\n${frames}`,
    configurable: true,
  });
}

/**
 * What `emit('error', …)` throws where nobody listens.
 * @param emit the function that was called
 */
export function unhandledError(emitter: object, value: unknown, emit: CallableFunction): Error {
  if (value instanceof Error) {
    if (Object.isExtensible(value)) markEmit(emitter, value, emit);
    return value;
  }
  const message = `Unhandled error. (${inspect(value)})`;
  const code = 'ERR_UNHANDLED_ERROR';
  return Object.assign(nodeError(Error, code, message, unhandledError), { context: value });
}
