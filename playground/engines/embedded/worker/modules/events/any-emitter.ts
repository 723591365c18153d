import { invalidArgType } from '../errors/argument-errors.ts';
import { validateFunction, validateNumber, validateSignal } from '../errors/validate.ts';
import { listenerLimit, type EventEmitter } from './event-emitter.ts';
import { maxListenersOf, registrationsOf, setMaxListenersOf } from './target-listeners.ts';
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

function noEmitter(name: string, value: unknown): Error {
  return invalidArgType(name, ['EventEmitter', 'EventTarget'], value);
}

export function getEventListeners(emitter: AnyEmitter, name: EventName): unknown[] {
  if (isEmitterWith(emitter, 'listeners')) return emitter.listeners(name);
  if (!isTarget(emitter)) throw noEmitter('emitter', emitter);
  return registrationsOf(emitter, String(name)).map((one) => one.listener);
}

export function listenerCount(emitter: AnyEmitter, name: EventName): number {
  if (isEmitterWith(emitter, 'listenerCount')) return emitter.listenerCount(name);
  if (!isTarget(emitter)) throw noEmitter('emitter', emitter);
  return registrationsOf(emitter, String(name)).length;
}

export function getMaxListeners(emitter: AnyEmitter): number {
  if (isEmitterWith(emitter, 'getMaxListeners')) return emitter.getMaxListeners();
  if (!isTarget(emitter)) throw noEmitter('emitter', emitter);
  return maxListenersOf(emitter);
}

/** Sets the maximum of these, or without any, everyone's default. */
export function setMaxListeners(max = listenerLimit.max, ...emitters: readonly AnyEmitter[]): void {
  validateNumber(max, 'setMaxListeners', 0);
  if (emitters.length === 0) listenerLimit.max = max;
  for (const emitter of emitters) {
    if (isTarget(emitter) && emitter instanceof EventTarget) setMaxListenersOf(emitter, max);
    else if (isEmitterWith(emitter, 'setMaxListeners')) emitter.setMaxListeners(max);
    else throw noEmitter('eventTargets', emitter);
  }
}

function isEmitterWith(value: AnyEmitter, method: keyof EventEmitter): value is EventEmitter {
  return typeof (value as Partial<EventEmitter> | undefined | null)?.[method] === 'function';
}

/** Calls `listener` when the signal aborts, even if it has; disposing ends it. */
export function addAbortListener(signal: AbortSignal, listener: ListenerFunction): Disposable {
  if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
  validateSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  if (signal.aborted) {
    queueMicrotask(() => listener());
    return { [Symbol.dispose]: () => undefined };
  }
  // Unlike a listener of the program it is called even where an earlier one stops the event.
  signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}
