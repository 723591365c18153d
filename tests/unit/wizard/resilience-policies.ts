import {
  bulkhead,
  circuitBreaker,
  CountBreaker,
  ExponentialBackoff,
  fallback,
  fullJitterGenerator,
  handleAll,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  noop,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import type { IPolicy } from 'cockatiel';

/** A call as resilience.yaml has it. */
export interface WrittenCall {
  readonly from: string;
  readonly to: string;
  readonly deadlineMs: number;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly backoff: { firstMs: number; factor: number; mostMs: number } | null;
  readonly breaker: {
    failuresPercent: number;
    lastCalls: number;
    minimumCalls: number;
    openMs: number;
    trialCalls: number;
  } | null;
  readonly bulkhead: { concurrent: number; waiting: number } | null;
  readonly fallback: { kind: 'fail' | 'substitute'; says: string };
}

export interface RetryBudget {
  readonly percentOfTraffic: number;
  readonly atLeastPerSecond: number;
}

/** Counts calls and lets so many retries pass as the budget allows. */
export class Budget {
  readonly #startedAt = Date.now();
  #calls = 0;
  #retries = 0;
  readonly #budget: RetryBudget;

  constructor(budget: RetryBudget) {
    this.#budget = budget;
  }

  call(): void {
    this.#calls += 1;
  }

  spend(): boolean {
    const seconds = Math.floor((Date.now() - this.#startedAt) / 1000) + 1;
    const { percentOfTraffic, atLeastPerSecond } = this.#budget;
    const allowed = (this.#calls * percentOfTraffic) / 100 + seconds * atLeastPerSecond;
    if (this.#retries + 1 > allowed) return false;
    this.#retries += 1;
    return true;
  }
}

/** The policies that the file asks for, in the order that its head names. */
export function policyOf(call: WrittenCall, budget: Budget): IPolicy<{ signal: AbortSignal }> {
  const refused = (error: unknown): boolean =>
    isBrokenCircuitError(error) || isBulkheadRejectedError(error);
  const repeatable = handleWhen((error) => !refused(error) && budget.spend());
  const { backoff, breaker } = call;
  const again =
    backoff === null
      ? noop
      : retry(repeatable, {
          maxAttempts: call.attempts - 1,
          backoff: new ExponentialBackoff({
            generator: fullJitterGenerator,
            initialDelay: backoff.firstMs,
            exponent: backoff.factor,
            maxDelay: backoff.mostMs,
          }),
        });
  const guard =
    breaker === null
      ? noop
      : circuitBreaker(
          handleWhen((error) => !isBulkheadRejectedError(error)),
          {
            halfOpenAfter: breaker.openMs,
            halfOpenSampling: {
              calls: breaker.trialCalls,
              threshold: breaker.failuresPercent / 100,
            },
            breaker: new CountBreaker({
              threshold: breaker.failuresPercent / 100,
              size: breaker.lastCalls,
              minimumNumberOfCalls: breaker.minimumCalls,
            }),
          },
        );
  const pool =
    call.bulkhead === null ? noop : bulkhead(call.bulkhead.concurrent, call.bulkhead.waiting);
  const inner = wrap(
    timeout(call.deadlineMs, TimeoutStrategy.Aggressive),
    again,
    guard,
    pool,
    timeout(call.timeoutMs, TimeoutStrategy.Aggressive),
  );
  return call.fallback.kind === 'fail'
    ? (inner as IPolicy<{ signal: AbortSignal }>)
    : (wrap(fallback(handleAll, call.fallback.says), inner) as unknown as IPolicy<{
        signal: AbortSignal;
      }>);
}
