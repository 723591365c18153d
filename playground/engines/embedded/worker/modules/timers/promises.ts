import type { Handle, Loop } from '../../machine.ts';
import { AbortError } from '../errors/abort-error.ts';
import { nodeError } from '../errors/node-error.ts';
import {
  validateBoolean,
  validateNumber,
  validateObject,
  validateSignal,
} from '../errors/validate.ts';

/** `node:timers/promises` */

export interface WaitOptions {
  readonly signal?: AbortSignal;
  /** Whether the wait keeps the program alive. */
  readonly ref?: boolean;
}

export interface TimerPromises {
  setTimeout<Value>(delayMs?: number, value?: Value, options?: WaitOptions): Promise<Value>;
  setImmediate<Value>(value?: Value, options?: WaitOptions): Promise<Value>;
  setInterval<Value>(
    delayMs?: number,
    value?: Value,
    options?: WaitOptions,
  ): AsyncGenerator<Value, void, void>;
  readonly scheduler: Scheduler;
}

function checkOptions(options: WaitOptions, delayMs?: number): void {
  if (delayMs !== undefined) validateNumber(delayMs, 'delay');
  validateObject(options, 'options');
  validateSignal(options.signal, 'options.signal');
  if (options.ref !== undefined) validateBoolean(options.ref, 'options.ref');
}

/** A promise that a handle resolves, or that its signal rejects. */
function wait<Value>(
  start: (resolve: () => void) => Handle,
  value: Value,
  { signal, ref = true }: WaitOptions,
): Promise<Value> {
  if (signal?.aborted) return Promise.reject(new AbortError(signal.reason));
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const handle = start(() => resolve(value));
  if (!ref) handle.unref();
  if (signal === undefined) return promise;
  const abort = (): void => {
    handle.cancel();
    reject(new AbortError(signal.reason));
  };
  signal.addEventListener('abort', abort);
  // Not an async function: it would settle a few reactions later than Node's.
  const settled = promise.finally(() => signal.removeEventListener('abort', abort));
  return settled;
}

async function* interval<Value>(
  loop: Loop,
  delayMs: number,
  value: Value,
  { signal, ref = true }: WaitOptions,
): AsyncGenerator<Value, void, void> {
  let due = 0;
  let wake = (): void => undefined;
  const timer = loop.timer(
    () => {
      due++;
      wake();
    },
    delayMs,
    delayMs,
  );
  if (!ref) timer.unref();
  const abort = (): void => {
    timer.cancel();
    wake();
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    while (!signal?.aborted) {
      if (due === 0) await new Promise<void>((resolve) => (wake = resolve));
      for (; due > 0; due--) yield value;
    }
    throw new AbortError(signal.reason);
  } finally {
    timer.cancel();
    signal?.removeEventListener('abort', abort);
  }
}

const refuse = (error: unknown): Promise<never> => Promise.reject(error);

interface Scheduler {
  wait(delayMs?: number, options?: WaitOptions): Promise<undefined>;
  yield(): Promise<undefined>;
}

/** `scheduler`, whose class nobody can construct. */
function createScheduler(waits: Scheduler): Scheduler {
  const key = Symbol('kScheduler');
  const check = (scheduler: object): void => {
    if (Reflect.get(scheduler, key)) return;
    const message = 'Value of "this" must be of type Scheduler';
    throw nodeError(TypeError, 'ERR_INVALID_THIS', message, check);
  };
  const SchedulerClass = class Scheduler {
    constructor() {
      throw nodeError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    }

    yield(): Promise<undefined> {
      check(this);
      return waits.yield();
    }

    wait(delayMs?: number, options?: WaitOptions): Promise<undefined> {
      check(this);
      return waits.wait(delayMs, options);
    }
  };
  const scheduler = Object.create(SchedulerClass.prototype) as Scheduler;
  return Object.assign(scheduler, { [key]: true });
}

/** Waits on the machine's loop. */
export function createTimerPromises(loop: Loop): TimerPromises {
  function setTimeout<Value>(delayMs?: number, value?: Value, options: WaitOptions = {}) {
    try {
      checkOptions(options, delayMs);
    } catch (error) {
      return refuse(error);
    }
    return wait((resolve) => loop.timer(resolve, delayMs ?? 1), value as Value, options);
  }
  function setImmediate<Value>(value?: Value, options: WaitOptions = {}) {
    try {
      checkOptions(options);
    } catch (error) {
      return refuse(error);
    }
    return wait((resolve) => loop.immediate(resolve), value as Value, options);
  }
  async function* setInterval<Value>(delayMs?: number, value?: Value, options: WaitOptions = {}) {
    checkOptions(options, delayMs);
    if (options.signal?.aborted) throw new AbortError(options.signal.reason);
    yield* interval(loop, delayMs ?? 1, value as Value, options);
  }
  const scheduler = createScheduler({
    wait: (delayMs, options) => setTimeout<undefined>(delayMs, undefined, options),
    yield: () => setImmediate<undefined>(),
  });
  return { setTimeout, setImmediate, setInterval, scheduler };
}
