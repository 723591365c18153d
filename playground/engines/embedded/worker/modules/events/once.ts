import { AbortError } from '../errors/abort-error.ts';
import { validateObject, validateSignal } from '../errors/validate.ts';
import { listen, listenForError, type AnyEmitter } from './any-emitter.ts';
import type { EventName } from './emitter-state.ts';

/**
 * Waits for one event.
 * @returns the event's arguments
 * @throws what an `error` event carries, or an AbortError when the signal aborts
 */
export async function once(
  emitter: AnyEmitter,
  name: EventName,
  options: { readonly signal?: AbortSignal } = {},
): Promise<unknown[]> {
  validateObject(options, 'options');
  const { signal } = options;
  validateSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(signal.reason);
  return new Promise((resolve, reject) => {
    const ends: (() => void)[] = [];
    const settle = (how: () => void): void => {
      for (const end of ends) end();
      how();
    };
    const arrived = (...args: unknown[]): void => settle(() => resolve(args));
    const failed = (error: unknown): void => settle(() => reject(error));
    ends.push(listen(emitter, name, arrived, { once: true }));
    if (name !== 'error') ends.push(listenForError(emitter, failed, { once: true }));
    if (signal === undefined) return;
    const aborted = (): void => failed(new AbortError(signal.reason));
    ends.push(listen(signal, 'abort', aborted, { once: true }));
  });
}
