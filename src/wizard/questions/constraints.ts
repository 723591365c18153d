import { options } from './fields.ts';
import type { Question } from './question.ts';

const technologies = {
  monolith: ['One deployable', ''],
  microservices: ['Microservices', ''],
  rest: ['REST', ''],
  graphql: ['GraphQL', ''],
  grpc: ['gRPC', ''],
  gateway: ['An API gateway', ''],
  queue: ['A message queue', 'SQS, Service Bus'],
  'routing-broker': ['A routing broker', 'RabbitMQ'],
  log: ['An event log', 'Kafka, Redpanda'],
  'shared-cache': ['A shared cache', 'Redis, Valkey'],
  cdn: ['A CDN', ''],
  'identity-provider': ['An identity provider', 'OpenID Connect'],
  mtls: ['Mutual TLS', 'certificates between services'],
  paas: ['A PaaS', ''],
  'managed-containers': ['Managed containers', ''],
  kubernetes: ['Kubernetes', ''],
} as const;

/** The last question: what is not open any more. */
export const constraintQuestions: readonly Question[] = [
  {
    id: 'constraints',
    number: 25,
    step: 10,
    title: 'What must be used, and what must not?',
    lead: 'Only what somebody decided already: a contract, a platform of the company, an auditor.',
    why: 'What is decided elsewhere is taken as given. Where it does not fit your other answers, the result says so and names what to relax.',
    fields: [
      {
        kind: 'many',
        fact: 'mustUse',
        label: 'Must be used',
        options: options('mustUse', technologies),
      },
      {
        kind: 'many',
        fact: 'mustNotUse',
        label: 'Must not be used',
        options: options('mustNotUse', technologies),
      },
    ],
  },
];
