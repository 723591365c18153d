import type { Benefits } from './benefits-running.ts';

/** What the alternatives for invalidating, rights, limits, growing and proving bring. */
export const protectionBenefits: Benefits<
  | 'invalidation'
  | 'authorization'
  | 'service-identity'
  | 'rate-limiting'
  | 'idempotency'
  | 'alerting'
  | 'scaling'
  | 'tests'
  | 'language'
> = {
  invalidation: {
    none: 'No answer can be older than the data.',
    ttl: 'No write has to know what is kept where, and nothing is older than its time to live.',
    'versioned-key':
      'What is kept can never be out of date, so it may be kept as long as you like.',
    event: 'A change is seen at once, although answers are kept for long.',
    tag: 'One change takes every page that shows it out of the CDN.',
  },
  authorization: {
    'same-for-all': 'There are no rights that could be wrong.',
    roles: 'Everybody can say who may do what, and an auditor can read it in a table.',
    attributes: 'Fine rules are written, tested and changed without touching the code.',
    relationships:
      'People share single objects with each other, and groups and folders pass it on.',
  },
  'service-identity': {
    none: 'Nothing has to be issued or renewed.',
    'audience-token':
      'A service is known wherever it runs, and a token opens one other service only.',
    mtls: 'A connection that no service of yours opened does not come about at all.',
  },
  'rate-limiting': {
    'per-address': 'A flood from one place is turned away before it costs anything.',
    'per-key': 'Each caller gets its own share, whatever the others do.',
    'per-tenant':
      'One customer cannot take the capacity of another, and each gets what it pays for.',
  },
  idempotency: {
    natural: 'Nothing has to be stored to recognize a repeat.',
    key: 'A caller that got no answer can simply ask again.',
    inbox: 'A message that is delivered twice is handled once.',
    'key-and-inbox': 'Whatever comes twice, from a caller or from the broker, happens once.',
  },
  alerting: {
    threshold: 'It is set up within an hour, and everybody understands why an alert came.',
    'burn-rate': 'An alert means that users lose something, and how fast says how urgent it is.',
  },
  scaling: {
    vertical: 'Nothing grows by itself, so nothing grows by mistake.',
    horizontal: 'Capacity follows the load, and a replica that fails is one of many.',
    'queue-depth': 'A burst waits in the queue and is worked off, without slowing down answers.',
  },
  tests: {
    'unit-and-integration': 'A build says within minutes whether a change is safe.',
    contracts: 'A change that would break another team’s release is found before it is released.',
    'contracts-and-chaos': 'You have seen what happens when a part fails before your users do.',
  },
  language: {
    'team-choice': 'Nobody has to learn anything before the first feature.',
    typescript: 'Types and code are shared with the web app, and many people know it.',
    python: 'What works with data is already written in it.',
    ruby: 'The usual parts of a product are there on the first day.',
    php: 'Every host runs it, and a mistake in one request cannot reach the next one.',
    dotnet: 'Types, speed and tools come from one place and fit together.',
    java: 'It is fast under load, and there is a proven library for nearly everything.',
    go: 'One small file starts in milliseconds and holds thousands of connections.',
    rust: 'Answers stay quick and memory stays small, whatever the load.',
    'two-languages': 'The one part that needs it gets the runtime that suits it.',
  },
};
