import type { Handle, TimerHandle } from '../../machine.ts';
import { customInspect, inspect, type InspectOptions } from '../util/inspect.ts';

/** What `setTimeout` and `setImmediate` return. Names and order of fields are Node's: they print. */

type Callback = (this: unknown, ...args: unknown[]) => unknown;

/** Stands where Node shows the list that a timer is in. */
const list = new (class TimersList {
  readonly priorityQueuePosition = null;
})();

const refedKey = Symbol('refed');
const primitiveKey = Symbol('kHasPrimitive');
const asyncIdKey = Symbol('asyncId');
const triggerIdKey = Symbol('triggerId');
const frameKey = Symbol('kAsyncContextFrame');
const handles = new WeakMap<object, TimerHandle | Handle>();

/** Timers that were turned into a number, by it: `clearTimeout(+timer)` finds them here. */
const byId = new Map<number, Timeout>();

/** Who a timer is to async hooks. */
export interface AsyncIdentity {
  readonly asyncId: number;
  readonly triggerId: number;
}

export class Timeout {
  _idleTimeout: number;
  _idlePrev: object | null = list;
  _idleNext: object | null = list;
  _idleStart: number | null;
  _onTimeout: Callback | undefined;
  _timerArgs: unknown[] | undefined;
  _repeat: number | null;
  _destroyed = false;
  [refedKey] = true;
  [primitiveKey] = false;
  [asyncIdKey]: number;
  [triggerIdKey]: number;
  [frameKey] = undefined;

  constructor(
    callback: Callback,
    delayMs: number,
    args: unknown[] | undefined,
    isRepeated: boolean,
    startMs: number,
    identity: AsyncIdentity,
  ) {
    this._idleTimeout = delayMs;
    this._idleStart = startMs;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = isRepeated ? delayMs : null;
    this[asyncIdKey] = identity.asyncId;
    this[triggerIdKey] = identity.triggerId;
  }

  refresh(): this {
    if (this._idleTimeout < 0) return this;
    timerOf(this)?.refresh();
    this._idlePrev = this._idleNext = list;
    this._destroyed = false;
    return this;
  }

  unref(): this {
    timerOf(this)?.unref();
    this[refedKey] = false;
    return this;
  }

  ref(): this {
    timerOf(this)?.ref();
    this[refedKey] = true;
    return this;
  }

  hasRef(): boolean {
    return this[refedKey];
  }

  close(): this {
    clearTimeout(this);
    return this;
  }

  [customInspect](_depth: number, options: InspectOptions): string {
    return inspect(this, { ...options, depth: 0, customInspect: false });
  }

  [Symbol.dispose](): void {
    clearTimeout(this);
  }

  [Symbol.toPrimitive](): number {
    const id = this[asyncIdKey];
    if (!this[primitiveKey]) byId.set(id, this);
    this[primitiveKey] = true;
    return id;
  }
}

/** Calls a timer's callback, as its fields say now: programs change them. */
export function fire(timer: Timeout): void {
  const isRepeated = timer._repeat !== null;
  if (!isRepeated) timer._idlePrev = timer._idleNext = null;
  try {
    const { _onTimeout: callback, _timerArgs: args = [] } = timer;
    if (callback) Reflect.apply(callback, timer, args);
  } finally {
    if (isRepeated && timer._repeat === null) {
      timerOf(timer)?.cancel();
      timer._idlePrev = timer._idleNext = null;
    }
    // A callback may have started its timer again.
    if (timer._repeat === null && timer._idlePrev === null) retire(timer);
  }
}

function retire(timer: Timeout): void {
  timer._destroyed = true;
  if (timer[primitiveKey]) byId.delete(timer[asyncIdKey]);
}

export class Immediate {
  _idleNext: object | null = null;
  _idlePrev: object | null = null;
  _onImmediate: Callback | null | undefined;
  _argv: unknown[] | undefined;
  _destroyed = false;
  [refedKey]: boolean | null = true;
  [asyncIdKey]: number;
  [triggerIdKey]: number;
  [frameKey] = undefined;

  constructor(callback: Callback, args: unknown[] | undefined, identity: AsyncIdentity) {
    this._onImmediate = callback;
    this._argv = args;
    this[asyncIdKey] = identity.asyncId;
    this[triggerIdKey] = identity.triggerId;
  }

  ref(): this {
    if (this[refedKey] === false) this[refedKey] = true;
    handles.get(this)?.ref();
    return this;
  }

  unref(): this {
    if (this[refedKey] === true) this[refedKey] = false;
    handles.get(this)?.unref();
    return this;
  }

  hasRef(): boolean {
    return Boolean(this[refedKey]);
  }

  [Symbol.dispose](): void {
    clearImmediate(this);
  }
}

/** Calls an immediate's callback. */
export function fireImmediate(immediate: Immediate): void {
  immediate._destroyed = true;
  const { _onImmediate: callback, _argv: args = [] } = immediate;
  try {
    if (callback) Reflect.apply(callback, immediate, args);
  } finally {
    immediate._onImmediate = null;
  }
}

/** Ties what the program holds to what the loop holds. */
export function tie(shown: Timeout | Immediate, handle: TimerHandle | Handle): void {
  handles.set(shown, handle);
}

function timerOf(timer: Timeout): TimerHandle | undefined {
  return handles.get(timer) as TimerHandle | undefined;
}

/** Ends a timer; what is no timer is ignored. */
export function clearTimeout(timer: unknown): void {
  const isKey = typeof timer === 'number' || typeof timer === 'string';
  const found = isKey ? byId.get(Number(timer)) : timer;
  if (!(found instanceof Timeout)) return;
  timerOf(found)?.cancel();
  found._onTimeout = undefined;
  found._timerArgs = undefined;
  found._idlePrev = found._idleNext = null;
  found._idleTimeout = -1;
  retire(found);
}

/** Takes an immediate back; what is none is ignored. */
export function clearImmediate(immediate: unknown): void {
  if (!(immediate instanceof Immediate) || immediate._destroyed) return;
  handles.get(immediate)?.cancel();
  immediate._destroyed = true;
  immediate._onImmediate = undefined;
  immediate[refedKey] = null;
}
