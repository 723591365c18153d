import type { Machine } from '../../machine.ts';
import { validateFunction } from '../errors/validate.ts';
import { customPromisify } from '../util/promisify.ts';
import { createReadDelay } from './delay.ts';
import { createTimerPromises, type TimerPromises } from './promises.ts';
import {
  clearImmediate,
  clearTimeout,
  fire,
  fireImmediate,
  Immediate,
  tie,
  Timeout,
} from './timeout.ts';

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

const made = new WeakMap<object, Timers>();

/** The timers of a machine: the global functions are those of the module. */
export function timersOf(machine: TimersMachine): Timers {
  const known = made.get(machine.loop) ?? createTimers(machine);
  made.set(machine.loop, known);
  return known;
}

type TimersMachine = Pick<Machine, 'loop' | 'process' | 'asyncIds'>;

/** Timers on the machine's loop. */
function createTimers({ loop, process, asyncIds }: TimersMachine): Timers {
  const readDelay = createReadDelay(process);
  const promises = createTimerPromises(loop);
  const start = (callback: Callback, delay: unknown, args: unknown[], isRepeated: boolean) => {
    validateFunction(callback, 'callback');
    const ms = readDelay(delay);
    const given = args.length === 0 ? undefined : args;
    const identity = asyncIds.identify();
    const started = Math.trunc(loop.now());
    const timer = new Timeout(callback, ms, given, isRepeated, started, identity);
    const tracked = { type: 'Timeout', resource: timer, ...identity };
    tie(
      timer,
      loop.timer(() => fire(timer), ms, isRepeated ? ms : undefined, tracked),
    );
    return timer;
  };
  function setTimeout(callback: Callback, delay?: unknown, ...args: unknown[]): Timeout {
    return start(callback, delay, args, false);
  }
  function setInterval(callback: Callback, delay?: unknown, ...args: unknown[]): Timeout {
    return start(callback, delay, args, true);
  }
  function setImmediate(callback: Callback, ...args: unknown[]): Immediate {
    validateFunction(callback, 'callback');
    const identity = asyncIds.identify();
    const immediate = new Immediate(callback, args.length === 0 ? undefined : args, identity);
    const tracked = { type: 'Immediate', resource: immediate, ...identity };
    tie(
      immediate,
      loop.immediate(() => fireImmediate(immediate), tracked),
    );
    return immediate;
  }
  function clearInterval(timer: unknown): void {
    clearTimeout(timer);
  }
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
