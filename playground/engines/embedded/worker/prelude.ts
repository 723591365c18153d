/**
 * Takes away what Node.js has not: ways out to the network, storage, other threads, the browser's
 * own names. It is a courtesy to programs, which find the globals that they know; the walls are the
 * frame's policy and its opaque origin, which hold without it.
 */

/**
 * The language's own names, and those of the web that Node.js has and that work in the cage. Not of
 * Node: `origin`, which says `null` and so shows anyone that the cage stands.
 */
const kept = new Set(
  `AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array
  Boolean DataView Date DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array
  Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number
  Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String SuppressedError Symbol
  SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap
  WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis
  isFinite isNaN origin parseFloat parseInt undefined unescape
  AbortController AbortSignal Blob ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy
  Crypto CryptoKey CustomEvent DOMException DecompressionStream Event EventTarget File FormData Headers
  MessageChannel MessageEvent MessagePort Performance PerformanceEntry PerformanceMark
  PerformanceMeasure PerformanceObserver PerformanceObserverEntryList ReadableByteStreamController ReadableStream ReadableStreamBYOBReader
  ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableStreamDefaultReader Request
  Response SubtleCrypto TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream
  TransformStreamDefaultController URL URLPattern URLSearchParams WebAssembly WritableStream
  WritableStreamDefaultController WritableStreamDefaultWriter atob btoa crypto performance
  queueMicrotask structuredClone`.split(/\s+/),
);

/** Removes everything else from the global scope, and from what it inherits from the worker's. */
export function takeAwayBrowser(scope: object): void {
  const end = [Object.prototype, EventTarget.prototype];
  for (let owner = scope; !end.includes(owner as never); owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (!kept.has(name) && name !== 'constructor') takeAway(owner, name);
    }
  }
}

function takeAway(owner: object, name: string): void {
  if (Reflect.deleteProperty(owner, name)) return;
  Reflect.defineProperty(owner, name, { value: undefined });
}
