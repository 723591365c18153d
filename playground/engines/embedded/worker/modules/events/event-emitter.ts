import { validateBoolean, validateFunction, validateNumber } from '../errors/validate.ts';
import { catchRejection } from './catch-rejection.ts';
import {
  capture,
  clearEvents,
  emitting,
  errorMonitor,
  isListener,
  listenersOf,
  shapeMode,
  type EmitterState,
  type EventName,
  type Listener,
} from './emitter-state.ts';
import { unhandledError, warnOfLeak } from './emitter-trouble.ts';
import { addListener, onceListener, removeAllListeners, removeListener } from './listeners.ts';

/** Node's EventEmitter: a constructor that also works without `new`, for `util.inherits`. */

export interface EmitterOptions {
  readonly captureRejections?: boolean;
}

/** The default of emitters without a maximum of their own; above it they warn of a leak. */
export const listenerLimit = { max: 10 };

function add(emitter: EventEmitter, name: EventName, listener: unknown, place: 'first' | 'last') {
  const list = addListener(emitter, name, listener, place);
  const max = emitter._maxListeners ?? listenerLimit.max;
  if (list !== undefined && max > 0 && list.length > max && list.warned !== true)
    warnOfLeak(emitter, name, list, max);
  return emitter;
}

function call(emitter: EventEmitter, name: EventName, args: unknown[], listener: Listener): void {
  const result = Reflect.apply(listener, emitter, args);
  if (emitter[capture] && result !== undefined && result !== null)
    catchRejection(emitter, result, name, args);
}

const methods = {
  setMaxListeners(this: EventEmitter, max: number): EventEmitter {
    validateNumber(max, 'setMaxListeners', 0);
    this._maxListeners = max;
    return this;
  },
  getMaxListeners(this: EventEmitter): number {
    return this._maxListeners ?? listenerLimit.max;
  },
  emit(this: EventEmitter, name: EventName, ...args: unknown[]): boolean {
    const isError = name === 'error';
    if (isError && this._events?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
    const handler = this._events?.[name];
    if (handler === undefined) {
      if (isError) throw unhandledError(this, args[0], methods.emit);
      return false;
    }
    if (typeof handler === 'function') {
      call(this, name, args, handler);
      return true;
    }
    handler[emitting]++;
    try {
      for (const listener of handler) call(this, name, args, listener);
    } finally {
      handler[emitting]--;
    }
    return true;
  },
  addListener(this: EventEmitter, name: EventName, listener: unknown): EventEmitter {
    return add(this, name, listener, 'last');
  },
  prependListener(this: EventEmitter, name: EventName, listener: unknown): EventEmitter {
    return add(this, name, listener, 'first');
  },
  once(this: EventEmitter, name: EventName, listener: unknown): EventEmitter {
    validateFunction(listener, 'listener');
    return this.on(name, onceListener(this, name, listener));
  },
  prependOnceListener(this: EventEmitter, name: EventName, listener: unknown): EventEmitter {
    return this.prependListener(name, onceListener(this, name, listener));
  },
  removeListener(this: EventEmitter, name: EventName, listener: unknown): EventEmitter {
    removeListener(this, name, listener);
    return this;
  },
  removeAllListeners(this: EventEmitter, ...names: EventName[]): EventEmitter {
    removeAllListeners(this, names);
    return this;
  },
  listeners(this: EventEmitter, name: EventName): unknown[] {
    return listenersOf(this, name).map((each) => each.listener ?? each);
  },
  rawListeners(this: EventEmitter, name: EventName): unknown[] {
    return [...listenersOf(this, name)];
  },
  listenerCount(this: EventEmitter, name: EventName, listener?: unknown): number {
    const all = listenersOf(this, name);
    if (listener === undefined || listener === null) return all.length;
    return all.filter((each) => isListener(each, listener)).length;
  },
  eventNames(this: EventEmitter): EventName[] {
    const events = this._events ?? {};
    return Reflect.ownKeys(events).filter((name) => Reflect.get(events, name) !== undefined);
  },
};

type Methods = typeof methods;

/** `on` is `addListener`, `off` is `removeListener`: the same functions. */
export interface EventEmitter extends EmitterState, Methods {
  on: Methods['addListener'];
  off: Methods['removeListener'];
}

export interface EventEmitterClass {
  new (options?: EmitterOptions): EventEmitter;
  (this: EventEmitter, options?: EmitterOptions): void;
  readonly prototype: EventEmitter;
  /** What the constructor does; programs call it, and some replace it. */
  init(this: EventEmitter, options?: EmitterOptions): void;
}

function initialize(emitter: EventEmitter, options: EmitterOptions | undefined): void {
  const events = emitter._events;
  const inherited = (Object.getPrototypeOf(emitter) as EventEmitter)._events;
  const fresh = events === undefined || events === inherited;
  if (fresh) clearEvents(emitter);
  emitter[shapeMode] = !fresh;
  emitter._maxListeners ||= undefined;
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, 'options.captureRejections');
    emitter[capture] = true;
  } else emitter[capture] = EventEmitter.prototype[capture];
}

export const EventEmitter = function (this: EventEmitter, options?: EmitterOptions): void {
  EventEmitter.init.call(this, options);
} as unknown as EventEmitterClass;

EventEmitter.init = function (options) {
  initialize(this, options);
};
Object.defineProperty(methods.removeAllListeners, 'length', { value: 1, configurable: true });
Object.defineProperty(EventEmitter.prototype, capture, { value: false, writable: true });
Object.assign(EventEmitter.prototype, {
  _events: undefined,
  _eventsCount: 0,
  _maxListeners: undefined,
  ...methods,
  on: methods.addListener,
  off: methods.removeListener,
});
