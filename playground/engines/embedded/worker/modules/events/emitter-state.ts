/** What an emitter holds. Names and order are Node's: they show when an emitter is printed. */

export type EventName = string | symbol;

export type ListenerFunction = (...args: unknown[]) => unknown;

/** A listener; that of `once` is a wrapper which names the listener within. */
export type Listener = ListenerFunction & { listener?: ListenerFunction };

export const capture: unique symbol = Symbol('kCapture');
export const shapeMode: unique symbol = Symbol('shapeMode');
export const emitting: unique symbol = Symbol('events.emitting');
export const errorMonitor: unique symbol = Symbol('events.errorMonitor');
export const captureRejectionSymbol: unique symbol = Symbol.for('nodejs.rejection');

/** Several listeners. While `emitting` is above 0 the list is being called and must not change. */
export type ListenerList = Listener[] & { [emitting]: number; warned?: boolean };

export type Events = Record<EventName, Listener | ListenerList | undefined>;

export interface EmitterState {
  _events: Events | undefined;
  _eventsCount: number;
  _maxListeners: number | undefined;
  [shapeMode]: boolean;
  [capture]: boolean;
  [captureRejectionSymbol]?: (error: unknown, event: EventName, ...args: unknown[]) => void;
}

export function noEvents(): Events {
  return Object.create(null) as Events;
}

/** Forgets every listener. */
export function clearEvents(state: EmitterState): Events {
  state._events = noEvents();
  state._eventsCount = 0;
  return state._events;
}

/** Listeners of an event, in the order of calls. */
export function listenersOf(state: EmitterState, name: EventName): readonly Listener[] {
  const found = state._events?.[name];
  if (found === undefined) return [];
  return typeof found === 'function' ? [found] : found;
}

/** Whether `listener` is this one, or what it wraps. */
export function isListener(candidate: Listener, listener: unknown): boolean {
  return candidate === listener || candidate.listener === listener;
}
