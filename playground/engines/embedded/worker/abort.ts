import type { Machine } from './machine.ts';

/**
 * AbortController and AbortSignal as Node has them: with Node's words for an abort without reason,
 * and with timeouts on the program's own loop.
 */
export function installAbort({ loop }: Machine): void {
  const { abort } = AbortController.prototype;
  define(AbortController.prototype, 'abort', function (this: AbortController, reason?: unknown) {
    abort.call(this, reason === undefined ? abortError() : reason);
  });
  define(AbortSignal, 'abort', (reason?: unknown) => {
    const controller = new AbortController();
    controller.abort(reason);
    return controller.signal;
  });
  define(AbortSignal, 'timeout', (delayMs: number) => {
    const controller = new AbortController();
    // As in Node, this timer does not keep the program alive.
    loop.timer(() => controller.abort(timeoutError()), delayMs).unref();
    return controller.signal;
  });
}

function abortError(): DOMException {
  return new DOMException('This operation was aborted', 'AbortError');
}

function timeoutError(): DOMException {
  return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
}

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
