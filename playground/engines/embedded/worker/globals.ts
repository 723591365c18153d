import { installAbort } from './abort.ts';
import type { Machine } from './machine.ts';
import { atob, btoa } from './modules/buffer/base64-functions.ts';
import { Buffer } from './modules/buffer/buffer.ts';
import { createConsole } from './modules/console/console.ts';
import { installEventTarget } from './modules/events/event-target.ts';
import { createTimers } from './modules/timers/timers.ts';

/** The hook of the lab's trace events; see `playground/lab/trace.ts`. */
const traceHook = Symbol.for('backend-architect.trace');

/** Puts Node's globals where the program finds them. */
export function installGlobals(machine: Machine, trace: (event: unknown) => void): void {
  const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } =
    createTimers(machine);
  const node = {
    Buffer,
    ...{ atob, btoa },
    console: createConsole(machine),
    process: machine.process,
    global: globalThis,
    navigator: navigatorOf(machine),
    ...{ setTimeout, clearTimeout, setInterval, clearInterval },
    ...{ setImmediate, clearImmediate },
  };
  for (const [name, value] of Object.entries(node)) define(globalThis, name, value);
  define(performance, 'now', machine.native.monotonicMs);
  installEventTarget();
  installAbort(machine);
  Object.defineProperty(globalThis, traceHook, { value: trace });
}

/** Like the globals of Node: writable, configurable, not enumerable. */
function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function navigatorOf({ process }: Machine): object {
  const [major = ''] = process.version.split('.');
  return {
    hardwareConcurrency: 1,
    language: 'en-US',
    languages: ['en-US'],
    platform: process.platform,
    userAgent: `Node.js/${major.slice(1)}`,
  };
}
