import { AbortError } from '../../errors/abort-error.ts';
import type { NodeError } from '../../errors/node-error.ts';

/** The error of a stream of Node's, as its counterpart of the web has it. */
export function forWeb(error: unknown): unknown {
  const early = (error as Partial<NodeError> | undefined)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
  return early ? new AbortError(error) : error;
}

/** Calls back; what the callback throws destroys the stream by `fail`. */
export function callBack(call: () => void, fail: (error: unknown) => void): void {
  try {
    call();
  } catch (error) {
    fail(error);
  }
}
