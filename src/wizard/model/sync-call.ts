import type { SyncCall } from './architecture.ts';
import { attemptTimeout } from './deadlines.ts';

/** What may be sent a second time without doing anything twice. */
const repeatable = 'reads, and writes that carry an idempotency key';

/** A call that waits for its answer, once and without guards unless `change` says more. */
export function call(
  from: string,
  to: string,
  label: string,
  deadlineMs: number,
  change: Partial<SyncCall> = {},
): SyncCall {
  const attempts = change.attempts ?? 1;
  return {
    kind: 'sync',
    from,
    to,
    label,
    deadlineMs,
    timeoutMs: attemptTimeout(deadlineMs, attempts),
    breaker: false,
    bulkhead: false,
    fallback: 'none: the request fails',
    ...change,
    attempts,
    retried: attempts === 1 ? 'nothing' : (change.retried ?? repeatable),
  };
}
