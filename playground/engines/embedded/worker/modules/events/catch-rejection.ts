import {
  capture,
  captureRejectionSymbol,
  type EmitterState,
  type EventName,
} from './emitter-state.ts';

type Emitter = EmitterState & { emit(name: EventName, ...args: unknown[]): boolean };

function report(emitter: Emitter, error: unknown, name: EventName, args: unknown[]): void {
  const handler = emitter[captureRejectionSymbol];
  if (typeof handler === 'function') {
    Reflect.apply(handler, emitter, [error, name, ...args]);
    return;
  }
  // Capturing is off meanwhile: an `error` listener that rejects would go round forever.
  const before = emitter[capture];
  emitter[capture] = false;
  try {
    emitter.emit('error', error);
  } finally {
    emitter[capture] = before;
  }
}

/** Turns the rejection of what a listener returned into an event, where the emitter asks for it. */
export function catchRejection(
  emitter: Emitter,
  result: unknown,
  name: EventName,
  args: unknown[],
): void {
  try {
    const then = (result as Partial<PromiseLike<unknown>>).then;
    if (typeof then !== 'function') return;
    Reflect.apply(then, result, [
      undefined,
      (error: unknown) => process.nextTick(report, emitter, error, name, args),
    ]);
  } catch (error) {
    emitter.emit('error', error);
  }
}
