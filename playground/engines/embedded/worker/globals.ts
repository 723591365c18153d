import { installAbort } from './abort.ts';
import type { Machine } from './machine.ts';
import { atob, btoa } from './modules/buffer/base64-functions.ts';
import { Buffer } from './modules/buffer/buffer.ts';
import { createConsole } from './modules/console/console.ts';
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
