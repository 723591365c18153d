/** How the settings of failing, watching, releasing, growing and proving read in a list. */
export const operationWords = {
  timeoutPercentile: (value) =>
    `each timeout is about the time within which ${value} % of the answers come; measure it for each dependency`,
  retryLayers: (value) =>
    `${value === 1 ? 'one layer' : `${value} layers`} of the whole chain of calls retries`,
  backoffMs: (value) =>
    `a retry waits a random time up to ${value} ms, and up to twice as long each time after that (our convention)`,
  onlyRepeatable: () =>
    'only what is safe to repeat is retried: reads, and writes with an idempotency key',
  breakerErrorPercent: (value) =>
    `a breaker opens when ${value} % of about ten seconds of calls fail, and never on fewer than ten (our convention)`,
  breakerOpenSeconds: (value) =>
    `an open breaker lets a few calls try again after the time of ten attempts, ${value} seconds at the most (our convention)`,
  poolSharePercent: (value) =>
    `no dependency may hold more than ${value} % of the workers (our convention)`,
  traceContext: () =>
    'each call and each message carries the W3C headers traceparent and tracestate',
  keptTracesPercent: (value) =>
    `all failed and slow traces are kept, and ${value} % of the others (our convention)`,
  noPersonalData: () => 'logs, traces and metrics carry ids, never names, addresses or contents',
  logDays: (value) => `logs are kept for ${value} days (our convention)`,
  burnRateFast: (value) =>
    `an alert at once when errors use the budget ${value} times too fast, over 1 hour and over 5 minutes`,
  burnRateMedium: (value) =>
    `an alert at once when errors use the budget ${value} times too fast, over 6 hours and over 30 minutes`,
  burnRateSlow: (value) =>
    `a ticket when errors use the budget ${value === 1 ? 'as fast as it lasts' : `${value} times too fast`}, over 3 days and over 6 hours`,
  errorPercent: (value) =>
    `an alert when more than ${value} % of the requests fail, or the p95 is over its limit, for 10 minutes (our convention)`,
  objectiveDays: (value) => `the objective is counted over ${value} days that move with today`,
  page: () => 'what is urgent pages the person on call, day and night',
  ticketsOnly: () =>
    'alerts go to the team’s channel and become tickets for working hours; nobody is woken',
  runbooks: () => 'each alert links to a runbook: what it means, what to look at, what to do',
  canaryMinutes: (value) =>
    `each share of the traffic is watched for ${value} minutes (our convention)`,
  automaticRollback: () => 'when the new version shows more errors, traffic goes back by itself',
  spreadZones: (value) => `replicas are spread over at least ${value} zones, the database too`,
  readinessCheck: () => 'a replica gets requests only while its readiness check passes',
  shutdownSeconds: (value) =>
    `a replica that is stopped takes no new requests and has ${value} seconds to finish`,
  stateless: () => 'no replica keeps anything that another one needs',
  busyPercent: (value) => `replicas are added so that each is busy ${value} % of the time at most`,
  mostTimesPeak: (value) =>
    `never more than ${value} times the replicas that the peak needs, and never more than the connections of the database allow (our convention)`,
  scaleDownMinutes: (value) =>
    `replicas are taken away only after ${value} quiet minutes (our convention)`,
  poolsFitDatabase: () =>
    'connections of each replica, times the most replicas, stay below the limit of the database',
  oldestMessageSeconds: (value) =>
    `workers are added when the oldest message has waited ${value} seconds (our convention)`,
  contractDiff: () => 'the build fails when a change to the contract would break a caller',
  loadTestPercent: (value) =>
    `a load test before large releases, at ${value} % of the expected peak (our convention)`,
  restoreTestDays: (value) =>
    `a backup is restored and looked at every ${value} days (our convention)`,
  securityTests: () =>
    'each build looks for known weaknesses in dependencies and images, and tests refused requests',
  gameDays: (value) => `a failure is rehearsed with people every ${value} days (our convention)`,
  namedReason: () =>
    'the reason for the second language stands in a record, with a date on which it is looked at again',
} as const satisfies Readonly<Record<string, (value: number) => string>>;
