import { invalidArgType, missingArgs } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { validateObject, validateSignal } from '../errors/validate.ts';
import {
  addRegistration,
  findRegistration,
  removeRegistration,
  type Registration,
  type TargetListener,
} from './target-listeners.ts';

/**
 * Makes the browser's EventTarget and Event behave as Node's: who listens can be asked for, wrong
 * arguments have Node's errors, and what a listener throws is uncaught in a tick of its own.
 */

interface ListenerOptions {
  readonly capture?: unknown;
  readonly once?: unknown;
  readonly passive?: unknown;
  readonly signal?: AbortSignal;
}

const native = {
  add: EventTarget.prototype.addEventListener,
  remove: EventTarget.prototype.removeEventListener,
  dispatch: EventTarget.prototype.dispatchEvent,
};

export function installEventTarget(): void {
  const { prototype } = EventTarget;
  const methods = { addEventListener, removeEventListener, dispatchEvent };
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(prototype, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  for (const name of ['Event', 'CustomEvent'] as const) checkConstructor(name);
}

function addEventListener(
  this: EventTarget,
  type: string,
  listener: unknown,
  given: unknown = {},
): void {
  checkThis(this);
  if (arguments.length < 2) throw missingArgs('type', 'listener');
  const { once = false, capture = false, passive = false, signal } = optionsOf(given);
  if (!isListener(listener)) {
    warnOfNothing(this, type, listener);
    return;
  }
  const name = `${type}`;
  if (signal?.aborted || findRegistration(this, name, listener, Boolean(capture))) return;
  const isOnce = Boolean(once);
  const added: Registration = {
    listener,
    capture: Boolean(capture),
    called: (event) => {
      if (isOnce) removeRegistration(this, name, added);
      call(this, listener, event);
    },
  };
  Reflect.apply(native.add, this, [
    name,
    added.called,
    { once: isOnce, capture: added.capture, passive: Boolean(passive) },
  ]);
  addRegistration(this, name, added);
  const end = (): void => remove(this, name, added);
  if (signal) Reflect.apply(native.add, signal, ['abort', end, { once: true }]);
}

function removeEventListener(
  this: EventTarget,
  type: string,
  listener: unknown,
  given: unknown = {},
): void {
  checkThis(this);
  if (arguments.length < 2) throw missingArgs('type', 'listener');
  if (!isListener(listener)) return;
  // Unlike a browser, Node takes no bare boolean here.
  const capture = (given as ListenerOptions | null)?.capture === true;
  const found = findRegistration(this, `${type}`, listener, capture);
  if (found) remove(this, `${type}`, found);
}

function remove(target: EventTarget, type: string, gone: Registration): void {
  Reflect.apply(native.remove, target, [type, gone.called, { capture: gone.capture }]);
  removeRegistration(target, type, gone);
}

function dispatchEvent(this: EventTarget, event: Event): boolean {
  checkThis(this);
  if (arguments.length === 0) throw missingArgs('event');
  if (!(event instanceof Event)) throw invalidArgType('event', 'Event', event);
  if (event.eventPhase !== 0) {
    const message = `The event "${event.type}" is already being dispatched`;
    throw nodeError(Error, 'ERR_EVENT_RECURSION', message, dispatchEvent);
  }
  return Reflect.apply(native.dispatch, this, [event]);
}

/** Calls a listener; what it throws, or rejects with, goes to whoever handles uncaught errors. */
function call(target: EventTarget, listener: TargetListener, event: Event): void {
  try {
    const result: unknown =
      typeof listener === 'function'
        ? Reflect.apply(listener, target, [event])
        : callObject(listener, event);
    const then: unknown = (result as Partial<PromiseLike<unknown>> | undefined | null)?.then;
    if (typeof then === 'function') Reflect.apply(then, result, [undefined, throwLater]);
  } catch (error) {
    throwLater(error);
  }
}

/** In Node an object's `handleEvent` is called by an async function. */
async function callObject(
  listener: Exclude<TargetListener, CallableFunction>,
  event: Event,
): Promise<void> {
  await listener.handleEvent?.(event);
}

function throwLater(error: unknown): void {
  process.nextTick(() => {
    throw error;
  });
}

function checkThis(value: unknown): asserts value is EventTarget {
  if (value instanceof EventTarget) return;
  const message = 'Value of "this" must be of type EventTarget';
  throw nodeError(TypeError, 'ERR_INVALID_THIS', message, checkThis);
}

function optionsOf(given: unknown): ListenerOptions {
  if (typeof given === 'boolean') return { capture: given };
  if (given === null) return {};
  if (typeof given !== 'function') validateObject(given, 'options');
  const options = given as ListenerOptions;
  validateSignal(options.signal, 'options.signal');
  return options;
}

/** @throws {TypeError} for what is neither a listener nor nothing */
function isListener(value: unknown): value is TargetListener {
  if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return true;
  if (value === undefined || value === null) return false;
  throw invalidArgType('listener', 'EventListener', value);
}

function warnOfNothing(target: EventTarget, type: string, listener: unknown): void {
  const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
  const about = { name: 'AddEventListenerArgumentTypeWarning', target, type };
  process.emitWarning(Object.assign(warning, about));
}

/** Puts a constructor with Node's checks before the browser's; classes may extend it. */
function checkConstructor(name: 'Event' | 'CustomEvent'): void {
  const checked = new Proxy(globalThis[name], {
    construct(constructor, args: unknown[], newTarget: CallableFunction) {
      if (args.length === 0) throw missingArgs('type');
      if (args[1] !== undefined && args[1] !== null) validateObject(args[1], 'options');
      return Reflect.construct(constructor, args, newTarget) as Event;
    },
  });
  const hidden = { writable: true, configurable: true };
  Object.defineProperty(checked.prototype, 'constructor', { value: checked, ...hidden });
  Object.defineProperty(globalThis, name, { value: checked, ...hidden });
}
