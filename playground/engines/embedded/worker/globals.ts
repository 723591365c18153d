import { installAbort } from './abort.ts';
import type { Machine } from './machine.ts';
import { atob, btoa } from './modules/buffer/base64-functions.ts';
import { Buffer } from './modules/buffer/buffer.ts';
import { createConsole } from './modules/console/console.ts';
import { installEventTarget } from './modules/events/event-target.ts';
import { missingArgs } from './modules/errors/argument-errors.ts';
import { timersOf } from './modules/timers/timers.ts';

/** The hook of the lab's trace events; see `playground/lab/trace.ts`. */
const traceHook = Symbol.for('backend-architect.trace');

/** Puts Node's globals where the program finds them. */
export function installGlobals(machine: Machine, trace: (event: unknown) => void): void {
  const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } =
    timersOf(machine);
  const hidden = { Buffer, console: createConsole(machine), process: machine.process };
  const shown = {
    global: globalThis,
    clearImmediate,
    setImmediate,
    clearInterval,
    clearTimeout,
    setInterval,
    setTimeout,
    ...{ queueMicrotask, structuredClone: cloneAsNode(), atob, btoa, performance, crypto },
    navigator: navigatorOf(machine),
  };
  hideBrowserNames();
  for (const [name, value] of Object.entries(hidden)) define(globalThis, name, value);
  for (const [name, value] of Object.entries(shown)) define(globalThis, name, value, true);
  define(performance, 'now', machine.native.monotonicMs);
  installEventTarget();
  installAbort(machine);
  installRandomUuid();
  Object.defineProperty(globalThis, traceHook, { value: trace });
}

/**
 * A Worker of an opaque origin may have none. The rest of Web Crypto is a package, which a project
 * gets that names `subtle`.
 */
function installRandomUuid(): void {
  if ('randomUUID' in crypto) return;
  define(crypto, 'randomUUID', () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    // Version and variant (RFC 9562, section 5.4).
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  });
}

/** The browser says in front of its reason which of its functions failed, and where. */
function cloneAsNode(): typeof structuredClone {
  const clone = globalThis.structuredClone;
  const where = /^Failed to execute 'structuredClone' on '\w+': /;
  function structuredClone<Value>(...given: readonly [Value, object?] | readonly []): Value {
    if (given.length === 0) throw missingArgs('value');
    try {
      return Reflect.apply(clone, globalThis, given) as Value;
    } catch (error) {
      if (!(error instanceof DOMException) || !where.test(error.message)) throw error;
      throw new DOMException(error.message.replace(where, ''), error.name);
    }
  }
  return Object.defineProperty(structuredClone, 'length', { value: 2, configurable: true });
}

/** Like the globals of Node: writable and configurable. */
function define(owner: object, name: string, value: unknown, enumerable = false): void {
  Object.defineProperty(owner, name, { value, enumerable, writable: true, configurable: true });
}

/** `for (const name in globalThis)` finds few names in Node, and none of a worker's. */
function hideBrowserNames(): void {
  for (let owner: object | null = globalThis; owner; owner = Object.getPrototypeOf(owner) as object)
    for (const name of owner === Object.prototype ? [] : Object.keys(owner)) {
      const known = Object.getOwnPropertyDescriptor(owner, name);
      if (known?.configurable) Object.defineProperty(owner, name, { ...known, enumerable: false });
    }
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
