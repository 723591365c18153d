/** What a promise of Node's rejects with when its signal aborts. */
export class AbortError extends Error {
  readonly code = 'ABORT_ERR';
  override name = 'AbortError';

  /** @param cause the signal's reason */
  constructor(cause: unknown, message = 'The operation was aborted') {
    super(message, { cause });
  }
}
