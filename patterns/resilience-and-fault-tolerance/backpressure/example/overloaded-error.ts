/** Not done: no room in line, or too late to be of use. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
  readonly reason: 'full' | 'late';
  /** For `Retry-After`: until what waits now is done. */
  readonly retryAfterMs: number;

  constructor(reason: 'full' | 'late', retryAfterMs: number) {
    super(reason === 'full' ? 'line is full' : 'too late');
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
