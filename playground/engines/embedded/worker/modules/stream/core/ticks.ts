/** The program's own ticks, looked up at each call. */
export function nextTick<Args extends unknown[]>(
  run: (...args: Args) => void,
  ...args: Args
): void {
  process.nextTick(run, ...args);
}

export function nop(): void {}

/** Calls `callback` at the first call only. */
export function once<Args extends unknown[]>(
  callback: (this: unknown, ...args: Args) => void,
): (this: unknown, ...args: Args) => void {
  let called = false;
  return function (...args) {
    if (called) return;
    called = true;
    Reflect.apply(callback, this, args);
  };
}

interface Binder {
  bind<Bound extends (this: never, ...args: never[]) => unknown>(bound: Bound): Bound;
}

/** Whose async context callbacks keep that come by an event: the program's, once there is one. */
export const context: { binder: Binder } = { binder: { bind: (bound) => bound } };
