/** How the settings of caching, access and limits read in a list. */
export const accessWords = {
  ttlSeconds: (value) => `a kept answer lives at most ${spanOf(value)} (our convention)`,
  immutableVersions: () =>
    'what carries its version in its address is sent with max-age=31536000, immutable',
  jitterPercent: (value) => `each time to live is shortened by up to ${value} % at random`,
  singleFlight: () => 'one request renews an answer that has ended; the others wait for it',
  databaseFirst: () => 'a change is committed to the database before anything kept is touched',
  staleIfErrorSeconds: (value) =>
    `while what is behind it is down, a kept answer may be ${spanOf(value)} older (stale-if-error)`,
  pkce: () => 'each sign-in uses the authorization code flow with PKCE',
  rotateRefreshTokens: () =>
    'a refresh token is replaced at each use, and one that is used twice ends the whole sign-in',
  tokensOutsideBrowser: () =>
    'no token reaches the browser: the server keeps it, and the browser has an HttpOnly cookie',
  accessTokenMinutes: (value) => `an access token lives ${value} minutes (our convention)`,
  sessionIdleMinutes: (value) =>
    `a session ends after ${value} minutes without a request (our convention)`,
  apiKeyDays: (value) =>
    `a key is replaced every ${value} days (our convention), and for a while two are valid`,
  secondFactor: () => 'people prove who they are with a second factor as well',
  denyByDefault: () => 'an operation without a rule refuses everybody',
  objectChecks: () =>
    'each operation that takes an id checks that this caller may use that very object',
  checkInEachService: () => 'each service checks rights itself; the gateway only turns away early',
  ownCompanyOnly: () => 'a right holds within one’s own company only, and each query says which',
  scopes: () => 'a program’s token names the operations that it is for (scopes)',
  auditTrail: () => 'who read or changed a delicate record, when and why, is written down for good',
  oneAudience: () => 'each token names the one service that may accept it (aud)',
  serviceTokenMinutes: (value) =>
    `a token between services lives ${value} minutes (our convention)`,
  certificateHours: (value) =>
    `a certificate lives ${value} hours (our convention) and is renewed by a machine at half of that`,
  namedCallers: () => 'each service lists the services that may call it',
  requestsPerSecondPerClient: (value) =>
    `a client may send ${value} requests a second to begin with (our convention) and gets 429 with Retry-After beyond that; measure, then adjust`,
  burstPerClient: (value) =>
    `up to ${value} requests may come at once after a pause (our convention)`,
  concurrentPerClient: (value) =>
    `a client may have ${value} requests open at the same time (our convention)`,
  signInsPerMinute: (value) =>
    `${value} attempts to sign in a minute for each account and address (our convention)`,
  countAlone: () => 'while the shared counter is down, each replica counts for itself',
  quotaDays: (value) =>
    `the amount that was paid for is counted over ${value} days, and what is left is told in each answer`,
  keyHours: (value) => `an idempotency key is kept for ${value} hours (our convention)`,
  draftHeader: () =>
    'the header Idempotency-Key is an IETF draft: the API contract says what it means here',
  inboxDays: (value) =>
    `a consumer keeps the ids of handled messages for ${value} days (our convention)`,
} as const satisfies Readonly<Record<string, (value: number) => string>>;

/** Seconds in the largest unit that divides them. */
function spanOf(seconds: number): string {
  if (seconds % 3600 === 0) return counted(seconds / 3600, 'hour');
  return seconds % 60 === 0 ? counted(seconds / 60, 'minute') : counted(seconds, 'second');
}

function counted(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}
