/** The browser's own, as readable-stream takes them from a package. */
const { AbortController: Controller, AbortSignal: Signal } = globalThis;
export { Controller as AbortController, Signal as AbortSignal };
