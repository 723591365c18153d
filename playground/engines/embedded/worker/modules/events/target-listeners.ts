import { inspect } from '../util/inspect.ts';
import { listenerLimit } from './event-emitter.ts';

/** A listener of an EventTarget, as it was given. */
export type TargetListener =
  ((event: Event) => unknown) | { handleEvent?: (event: Event) => unknown };

/** One registration: what was given, and what the browser calls in its place. */
export interface Registration {
  readonly listener: TargetListener;
  readonly capture: boolean;
  readonly called: (event: Event) => void;
}

interface State {
  readonly byType: Map<string, Registration[]>;
  max: number | undefined;
  readonly warned: Set<string>;
}

/** Who listens to each EventTarget: a browser does not tell, and Node does. */
const states = new WeakMap<EventTarget, State>();

function stateOf(target: EventTarget): State {
  const known = states.get(target);
  if (known) return known;
  const state: State = { byType: new Map(), max: undefined, warned: new Set() };
  states.set(target, state);
  return state;
}

export function registrationsOf(target: EventTarget, type: string): readonly Registration[] {
  return states.get(target)?.byType.get(type) ?? [];
}

export function findRegistration(
  target: EventTarget,
  type: string,
  listener: unknown,
  capture: boolean,
): Registration | undefined {
  return registrationsOf(target, type).find(
    (one) => one.listener === listener && one.capture === capture,
  );
}

export function addRegistration(target: EventTarget, type: string, added: Registration): void {
  const { byType } = stateOf(target);
  const all = [...(byType.get(type) ?? []), added];
  byType.set(type, all);
  warnOfLeak(target, type, all.length);
}

export function removeRegistration(target: EventTarget, type: string, gone: Registration): void {
  const { byType } = stateOf(target);
  byType.set(
    type,
    registrationsOf(target, type).filter((one) => one !== gone),
  );
}

/** How many listeners of one type a target may have before Node warns; 0 for any number. */
export function maxListenersOf(target: EventTarget): number {
  const own = states.get(target)?.max;
  return own ?? (target instanceof AbortSignal ? 0 : listenerLimit.max);
}

export function setMaxListenersOf(target: EventTarget, max: number): void {
  const state = stateOf(target);
  state.max = max;
  state.warned.clear();
}

function warnOfLeak(target: EventTarget, type: string, count: number): void {
  const max = maxListenersOf(target);
  const { warned } = stateOf(target);
  if (max <= 0 || count <= max || warned.has(type)) return;
  warned.add(type);
  const warning = new Error(
    `Possible EventTarget memory leak detected. ${count} ${type} listeners ` +
      `added to ${inspect(target, { depth: -1 })}. MaxListeners is ${max}. ` +
      'Use events.setMaxListeners() to increase limit',
  );
  const about = { name: 'MaxListenersExceededWarning', target, type, count };
  process.emitWarning(Object.assign(warning, about));
}
