/** What somebody can be bound to, or forbidden, with its name in the middle of a sentence. */
export const technologyNames = {
  monolith: 'one deployable',
  microservices: 'microservices',
  rest: 'REST',
  graphql: 'GraphQL',
  grpc: 'gRPC',
  gateway: 'an API gateway',
  queue: 'a message queue',
  'routing-broker': 'a routing broker such as RabbitMQ',
  log: 'an event log such as Kafka',
  'shared-cache': 'a shared cache such as Redis',
  cdn: 'a CDN',
  'identity-provider': 'an identity provider',
  mtls: 'mutual TLS',
  paas: 'a PaaS',
  'managed-containers': 'managed containers',
  kubernetes: 'Kubernetes',
} as const;

export type Technology = keyof typeof technologyNames;
