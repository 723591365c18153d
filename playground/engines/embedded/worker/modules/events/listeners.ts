import { validateFunction } from '../errors/validate.ts';
import {
  clearEvents,
  emitting,
  isListener,
  shapeMode,
  type EmitterState,
  type Events,
  type EventName,
  type Listener,
  type ListenerFunction,
  type ListenerList,
} from './emitter-state.ts';

/** Adding and removing listeners, with the events that tell of it. */

/** An emitter as these functions use it. */
export type Emitter = EmitterState & { emit(name: EventName, ...args: unknown[]): boolean };

/** The list itself, or a copy in its place where the list is being called. */
function changeable(events: Events, name: EventName, list: ListenerList): ListenerList {
  if (list[emitting] === 0) return list;
  const copy = Object.assign([...list], { [emitting]: 0 }) as ListenerList;
  if (list.warned === true) copy.warned = true;
  events[name] = copy;
  return copy;
}

/** @returns the list, where there is more than one listener now */
export function addListener(
  emitter: Emitter,
  name: EventName,
  listener: unknown,
  place: 'first' | 'last',
): ListenerList | undefined {
  validateFunction(listener, 'listener');
  const added = listener as Listener;
  if (emitter._events?.['newListener'] !== undefined)
    emitter.emit('newListener', name, added.listener ?? added);
  const events = emitter._events ?? clearEvents(emitter);
  const existing = events[name];
  if (existing === undefined) {
    events[name] = added;
    emitter._eventsCount++;
    return undefined;
  }
  const list =
    typeof existing === 'function'
      ? (Object.assign([existing], { [emitting]: 0 }) as ListenerList)
      : changeable(events, name, existing);
  events[name] = list;
  if (place === 'first') list.unshift(added);
  else list.push(added);
  return list;
}

/** A listener that removes itself before its only call. */
export function onceListener(
  emitter: Emitter & { removeListener(name: EventName, listener: ListenerFunction): unknown },
  name: EventName,
  listener: unknown,
): Listener {
  validateFunction(listener, 'listener');
  let fired = false;
  const wrapper = Object.assign(
    function wrapper(...args: unknown[]): unknown {
      if (fired) return undefined;
      fired = true;
      emitter.removeListener(name, wrapper);
      return Reflect.apply(listener, emitter, args);
    },
    { listener: listener as ListenerFunction },
  );
  // Node's wrapper carries nothing else: it prints as `[Function: wrapper] { listener: … }`.
  return wrapper;
}

function removeOnly(emitter: Emitter, events: Events, name: EventName): void {
  emitter._eventsCount--;
  if (emitter[shapeMode]) events[name] = undefined;
  else if (emitter._eventsCount === 0) clearEvents(emitter);
  else Reflect.deleteProperty(events, name);
}

/** @returns whether it was there */
function removeFromList(
  events: Events,
  name: EventName,
  list: ListenerList,
  listener: unknown,
): boolean {
  const position = list.findLastIndex((each) => isListener(each, listener));
  if (position < 0) return false;
  const changed = changeable(events, name, list);
  changed.splice(position, 1);
  const [only] = changed;
  if (changed.length === 1 && only !== undefined) events[name] = only;
  return true;
}

/** Removes the youngest of equal listeners. */
export function removeListener(emitter: Emitter, name: EventName, listener: unknown): void {
  validateFunction(listener, 'listener');
  const events = emitter._events;
  const existing = events?.[name];
  if (events === undefined || existing === undefined) return;
  if (typeof existing === 'function') {
    if (!isListener(existing, listener)) return;
    removeOnly(emitter, events, name);
  } else if (!removeFromList(events, name, existing, listener)) return;
  if (events['removeListener'] !== undefined) {
    const removed = typeof existing === 'function' ? (existing.listener ?? listener) : listener;
    emitter.emit('removeListener', name, removed);
  }
}

/** Removes the listeners of one event, or of all; whoever listens to removals hears of each. */
export function removeAllListeners(emitter: Emitter, names: readonly EventName[]): void {
  const events = emitter._events;
  if (events === undefined) return;
  const [name] = names;
  if (events['removeListener'] === undefined) {
    emitter[shapeMode] = false;
    if (name === undefined) clearEvents(emitter);
    else if (events[name] !== undefined) removeOnly(emitter, events, name);
    return;
  }
  if (name === undefined) {
    const others = Reflect.ownKeys(events).filter((key) => key !== 'removeListener');
    for (const each of [...others, 'removeListener']) removeAllListeners(emitter, [each]);
    clearEvents(emitter);
    return;
  }
  const existing = events[name];
  if (existing === undefined) return;
  const youngestFirst = typeof existing === 'function' ? [existing] : [...existing].reverse();
  for (const listener of youngestFirst) removeListener(emitter, name, listener);
}
