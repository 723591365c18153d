import { isDestroyed, isDestroyedKey, isFinished } from './condition.ts';
import { isRequest, isServerRequest } from './kind.ts';
import { plainAbort } from './stream-errors.ts';
import { nextTick } from './ticks.ts';
import type { MaybeStream } from './types.ts';

/** Somebody's stream, of any age. */
interface OldStream {
  destroyed?: boolean;
  destroy?(error: unknown): void;
  emit?(name: string, ...args: unknown[]): void;
  socket?: unknown;
  readonly req?: unknown;
  close?(): void;
}

/** Ends any stream, by whatever means it has. One that is not finished gets an AbortError. */
export function destroyer(stream: unknown, error?: unknown): void {
  if (!stream || isDestroyed(stream)) return;
  const why = error || isFinished(stream) ? error : plainAbort();
  const old = stream as OldStream;
  if (isServerRequest(old as MaybeStream)) {
    old.socket = null;
    old.destroy?.(why);
  } else if (isRequest(stream)) stream.abort();
  else if (isRequest(old.req)) old.req.abort();
  else if (typeof old.destroy === 'function') old.destroy(why);
  else if (typeof old.close === 'function') old.close();
  else nextTick(emitLast, old, why);
  if (!old.destroyed) Object.assign(old, { [isDestroyedKey]: true });
}

function emitLast(stream: OldStream, error: unknown): void {
  if (error) {
    stream.emit?.('error', error);
    nextTick(emitLast, stream, undefined);
  } else stream.emit?.('close');
}
