import { channelOf, threadOf } from './native-messages.ts';
import type { NativeChannel, NativeThread } from './thread.ts';

/** What the engine uses of the worker's global scope; the DOM's types know only windows. */
export interface WorkerScope extends EventTarget {
  readonly location?: { readonly href: string };
  postMessage(text: string): void;
  setTimeout(run: () => void, delayMs: number): number;
  clearTimeout(id: number): void;
  importScripts(url: string): void;
}

/** The browser's functions, as they were before the prelude and the program could touch them. */
export interface Native {
  /** The browser's timers: they measure time, but know nothing of the program's loop. */
  setTimeout(run: () => void, delayMs: number): number;
  clearTimeout(id: number): void;
  /** Milliseconds since the worker began; it grows from call to call. */
  monotonicMs(): number;
  /** Milliseconds since 1970. */
  wallClockMs(): number;
  /** Sends a text to the frame. */
  post(text: string): void;
  queueMicrotask(run: () => void): void;
  /** Calls at once. What it throws is reported as uncaught before this returns. */
  guarded(run: () => void): void;
  structuredClone: typeof structuredClone;
  /** Values for messages, since a program may break `JSON`. */
  stringify(value: unknown): string | undefined;
  /** A module's text as an address that `importModule` takes. */
  moduleUrl(text: string): string;
  importModule(url: string): Promise<unknown>;
  /**
   * Runs a classic script before it returns: sloppy mode is possible in it, as in CommonJS.
   * @throws {SyntaxError} where it does not parse, and what it throws
   */
  runScript(text: string): void;
  /** Makes a function that has `run` called in a task of its own, soon and in order. */
  waker(run: () => void): () => void;
  /** A Worker with this Worker's own program, inside the same frame; it ends with the frame. */
  spawn(): NativeThread;
  /** A channel to all threads of the frame. */
  broadcast(name: string): NativeChannel;
}

/** Takes what the engine needs out of the worker's global scope. */
export function saveNative(scope: WorkerScope): Native {
  const createObjectUrl = URL.createObjectURL.bind(URL);
  const revokeObjectUrl = URL.revokeObjectURL.bind(URL);
  const importScripts = scope.importScripts.bind(scope);
  const { Blob: SavedBlob, MessageChannel: SavedChannel } = globalThis;
  const { Worker: SavedWorker, BroadcastChannel: SavedBroadcast } = globalThis;
  const ownAddress = scope.location?.href ?? '';
  return {
    setTimeout: scope.setTimeout.bind(scope),
    clearTimeout: scope.clearTimeout.bind(scope),
    monotonicMs: fineClock(performance.now.bind(performance)),
    wallClockMs: Date.now.bind(Date),
    post: scope.postMessage.bind(scope),
    queueMicrotask: queueMicrotask.bind(scope),
    guarded: guard(),
    structuredClone: structuredClone.bind(scope),
    stringify: JSON.stringify.bind(JSON),
    moduleUrl: (text) => createObjectUrl(new SavedBlob([text], { type: 'text/javascript' })),
    importModule: (url) => import(url) as Promise<unknown>,
    runScript: (text) => {
      const url = createObjectUrl(new SavedBlob([text], { type: 'text/javascript' }));
      try {
        importScripts(url);
      } finally {
        revokeObjectUrl(url);
      }
    },
    waker: (run) => {
      const { port1, port2 } = new SavedChannel();
      port1.onmessage = run;
      return port2.postMessage.bind(port2, 0);
    },
    spawn: () => threadOf(new SavedWorker(ownAddress)),
    broadcast: (name) => channelOf(new SavedBroadcast(name)),
  };
}

/** A browser reports what a listener throws, with its place, and goes on. */
function guard(): (run: () => void) => void {
  const target = new EventTarget();
  const dispatch = target.dispatchEvent.bind(target);
  const SavedEvent = Event;
  const waiting: (() => void)[] = [];
  target.addEventListener('run', () => waiting.pop()?.());
  return (run) => {
    waiting.push(run);
    dispatch(new SavedEvent('run'));
  };
}

/** The browser's clock stands still for 0.1 ms at a time, Node's never does. */
const clockStepMs = 0.1;

/** A clock that goes on by a microsecond a call while the browser's stands. */
export function fineClock(coarseMs: () => number): () => number {
  let lastMs = -1;
  let extraMs = 0;
  return () => {
    const nowMs = coarseMs();
    extraMs = nowMs > lastMs ? 0 : Math.min(extraMs + 0.001, clockStepMs * 0.99);
    lastMs = nowMs;
    return nowMs + extraMs;
  };
}
