/** A value that crosses to another thread as a string, or a channel's wake-up. */
export interface Native {
  /** The browser's timers: they measure time, but know nothing of the program's loop. */
  setTimeout(run: () => void, delayMs: number): number;
  clearTimeout(id: number): void;
  /** Milliseconds since the worker began; monotonic. */
  monotonicMs(): number;
  /** Milliseconds since 1970. */
  wallClockMs(): number;
  /** Sends a text to the frame. */
  post(text: string): void;
  queueMicrotask(run: () => void): void;
  structuredClone: typeof structuredClone;
  /** A module's text as an address that `import()` takes. */
  moduleUrl(text: string): string;
  /** Makes a function that calls `run` in a task of its own, soon and in order. */
  waker(run: () => void): () => void;
}

/**
 * Takes the browser's functions out of the worker's global scope, so that what a program does to
 * its globals, or the prelude takes away, does not reach the engine.
 */
export function saveNative(scope: DedicatedWorkerGlobalScope): Native {
  const { performance, Blob, URL, MessageChannel, Date } = scope as typeof globalThis;
  const createObjectUrl = URL.createObjectURL.bind(URL);
  return {
    setTimeout: scope.setTimeout.bind(scope),
    clearTimeout: scope.clearTimeout.bind(scope),
    monotonicMs: performance.now.bind(performance),
    wallClockMs: Date.now.bind(Date),
    post: scope.postMessage.bind(scope),
    queueMicrotask: scope.queueMicrotask.bind(scope),
    structuredClone: scope.structuredClone.bind(scope),
    moduleUrl: (text) => createObjectUrl(new Blob([text], { type: 'text/javascript' })),
    waker: (run) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      return port2.postMessage.bind(port2, 0);
    },
  };
}
