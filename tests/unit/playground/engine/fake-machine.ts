import { AsyncIds } from '../../../../playground/engines/embedded/worker/context/async-ids.ts';
import { EventEmitter } from '../../../../playground/engines/embedded/worker/modules/events/event-emitter.ts';
import type { Handle, Machine } from '../../../../playground/engines/embedded/worker/machine.ts';

/** A machine whose loop is Node's own, for the built-in modules alone. */
export interface FakeMachine {
  readonly machine: Machine;
  /** What was written to stdout. */
  output(): string;
  /** Runs what waits for the end, then the end. */
  finish(): Promise<void>;
}

const noHandle: Handle = {
  cancel: () => undefined,
  ref: () => undefined,
  unref: () => undefined,
  hasRef: () => true,
};

/** @param execArgv `--test` where the program runs as a test file */
export function fakeMachine(execArgv: readonly string[] = []): FakeMachine {
  const idle: (() => Promise<void> | void)[] = [];
  let text = '';
  const process = Object.assign(new EventEmitter(), {
    argv: ['node', '/app/main.ts'],
    execArgv,
    env: {},
    cwd: () => '/app',
    exitCode: undefined,
    emitWarning: () => undefined,
  });
  const machine = {
    process,
    loop: {
      now: () => performance.now(),
      nextTick: (run: () => void) => globalThis.process.nextTick(run),
      immediate(run: () => void) {
        const immediate = setImmediate(run);
        return { ...noHandle, cancel: () => clearImmediate(immediate) };
      },
      poll: (run: () => void) => void setImmediate(run),
      hold: () => () => undefined,
      timer(run: () => void, delayMs: number, repeatMs?: number) {
        const start = repeatMs === undefined ? setTimeout : setInterval;
        const timer = start(run, delayMs);
        return { ...noHandle, cancel: () => clearTimeout(timer), refresh: () => timer.refresh() };
      },
    },
    native: { structuredClone },
    asyncIds: new AsyncIds(),
    write: (_: string, more: string) => void (text += more),
    crash: () => undefined,
    position: () => ({ file: 'file:///app/main.ts', line: 1, column: 1 }),
    source: () => undefined,
    onIdle: (run: () => Promise<void> | void) => void idle.push(run),
  };
  return {
    machine: machine as unknown as Machine,
    output: () => text,
    async finish() {
      for (const run of idle) await run();
      process.emit('exit');
    },
  };
}
