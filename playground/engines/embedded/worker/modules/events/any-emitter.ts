import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { validateNumber } from '../errors/validate.ts';
import { listenerLimit, type EventEmitter } from './event-emitter.ts';
import type { EventName, ListenerFunction } from './emitter-state.ts';

/** The functions of `node:events` that take an EventEmitter or an EventTarget. */

export type AnyEmitter = EventEmitter | EventTarget;

function isEmitter(value: AnyEmitter): value is EventEmitter {
  return typeof (value as Partial<EventEmitter> | undefined)?.on === 'function';
}

function isTarget(value: AnyEmitter): value is EventTarget {
  return typeof (value as Partial<EventTarget> | undefined)?.addEventListener === 'function';
}

/** Listens, and gives the function that ends it. */
export function listen(
  emitter: AnyEmitter,
  name: EventName,
  listener: ListenerFunction,
  options: { readonly once?: boolean } = {},
): () => void {
  if (isEmitter(emitter)) {
    if (options.once === true) emitter.once(name, listener);
    else emitter.on(name, listener);
    return () => void emitter.removeListener(name, listener);
  }
  if (!isTarget(emitter)) throw invalidArgType('emitter', 'EventEmitter', emitter);
  emitter.addEventListener(String(name), listener, options);
  return () => emitter.removeEventListener(String(name), listener);
}

/** Listens for errors, which only emitters tell. */
export function listenForError(
  emitter: AnyEmitter,
  listener: ListenerFunction,
  options: { readonly once?: boolean } = {},
): () => void {
  return isEmitter(emitter) ? listen(emitter, 'error', listener, options) : () => undefined;
}

/** @throws {Error} for an EventTarget: a browser does not tell who listens to one */
function asEmitter(value: AnyEmitter): EventEmitter {
  if (isEmitter(value)) return value;
  if (!isTarget(value)) throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], value);
  const message =
    'The built-in engine cannot tell the listeners of an EventTarget. ' +
    'Run the example in WebContainer, or download it and run it with Node.js.';
  throw nodeError(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message, asEmitter);
}

export function getEventListeners(emitter: AnyEmitter, name: EventName): unknown[] {
  return asEmitter(emitter).listeners(name);
}

export function listenerCount(emitter: AnyEmitter, name: EventName): number {
  return asEmitter(emitter).listenerCount(name);
}

/** Maximum of each EventTarget that has one. They never warn here; Node's do. */
const targetMaxima = new WeakMap<EventTarget, number>();

export function getMaxListeners(emitter: AnyEmitter): number {
  if (isEmitter(emitter)) return emitter.getMaxListeners();
  if (!isTarget(emitter)) throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], emitter);
  return targetMaxima.get(emitter) ?? listenerLimit.max;
}

/** Sets the maximum of these, or without any, everyone's default. */
export function setMaxListeners(max = listenerLimit.max, ...emitters: readonly AnyEmitter[]): void {
  validateNumber(max, 'setMaxListeners', 0);
  if (emitters.length === 0) listenerLimit.max = max;
  for (const emitter of emitters) {
    if (isEmitter(emitter)) emitter.setMaxListeners(max);
    else if (isTarget(emitter)) targetMaxima.set(emitter, max);
    else throw invalidArgType('eventTargets', ['EventEmitter', 'EventTarget'], emitter);
  }
}

/** Calls `listener` when the signal aborts, even if it has; disposing ends it. */
export function addAbortListener(signal: AbortSignal, listener: ListenerFunction): Disposable {
  if (signal.aborted) queueMicrotask(() => listener());
  else signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}
