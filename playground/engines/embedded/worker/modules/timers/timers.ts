import type { Machine } from '../../machine.ts';
import { validateFunction } from '../errors/validate.ts';
import { customPromisify } from '../util/promisify.ts';
import { createReadDelay } from './delay.ts';
import { createTimerPromises, type TimerPromises } from './promises.ts';
import { clearImmediate, clearTimeout, Immediate, Timeout } from './timeout.ts';

type Callback = (this: unknown, ...args: unknown[]) => void;

/** The functions of `node:timers`, which are the global ones too. */
export interface Timers {
  setTimeout(callback: Callback, delay?: unknown, ...args: unknown[]): Timeout;
  setInterval(callback: Callback, delay?: unknown, ...args: unknown[]): Timeout;
  setImmediate(callback: Callback, ...args: unknown[]): Immediate;
  clearTimeout(timer?: unknown): void;
  clearInterval(timer?: unknown): void;
  clearImmediate(immediate?: unknown): void;
  readonly promises: TimerPromises;
}

/** Timers on the machine's loop. */
export function createTimers(machine: Pick<Machine, 'loop' | 'process'>): Timers {
  const { loop } = machine;
  const readDelay = createReadDelay(machine.process);
  const promises = createTimerPromises(loop);
  function setTimeout(callback: Callback, delay?: unknown, ...args: unknown[]): Timeout {
    validateFunction(callback, 'callback');
    const ms = readDelay(delay);
    return new Timeout((self) => loop.timer(() => Reflect.apply(callback, self, args), ms));
  }
  function setInterval(callback: Callback, delay?: unknown, ...args: unknown[]): Timeout {
    validateFunction(callback, 'callback');
    const ms = readDelay(delay);
    return new Timeout((self) => loop.timer(() => Reflect.apply(callback, self, args), ms, ms));
  }
  function setImmediate(callback: Callback, ...args: unknown[]): Immediate {
    validateFunction(callback, 'callback');
    const immediate: Immediate = new Immediate(
      loop.immediate(() => Reflect.apply(callback, immediate, args)),
    );
    return immediate;
  }
  const clearInterval = (timer?: unknown): void => clearTimeout(timer);
  const enumerable = true;
  Object.defineProperty(setTimeout, customPromisify, { value: promises.setTimeout, enumerable });
  Object.defineProperty(setImmediate, customPromisify, {
    value: promises.setImmediate,
    enumerable,
  });
  return {
    setTimeout,
    clearTimeout,
    setImmediate,
    clearImmediate,
    setInterval,
    clearInterval,
    promises,
  };
}
