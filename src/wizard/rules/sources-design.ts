import type { Source } from '../model/decision-kinds.ts';

/** The pages that the rules of structure, contracts, data and jobs refer to. */
export const designSources = {
  stranglerFig: {
    title: 'Azure Architecture Center, Strangler Fig pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/strangler-fig',
  },
  serverSentEvents: {
    title: 'HTML Living Standard, Server-sent events',
    url: 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
  },
  redisPubSub: {
    title: 'Redis documentation, Pub/sub, delivery semantics',
    url: 'https://redis.io/docs/latest/develop/pubsub/#delivery-semantics',
  },
  backendsForFrontends: {
    title: 'Azure Architecture Center, Backends for Frontends pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/backends-for-frontends',
  },
  serviceDns: {
    title: 'Kubernetes documentation, DNS for Services and Pods',
    url: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  },
  tenancyModels: {
    title: 'Azure Architecture Center, Tenancy models for a multitenant solution',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/guide/multitenant/considerations/tenancy-models',
  },
  logTailing: {
    title: 'Chris Richardson, Pattern: Transaction log tailing',
    url: 'https://microservices.io/patterns/data/transaction-log-tailing.html',
  },
  cqrs: {
    title: 'Azure Architecture Center, CQRS pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/cqrs',
  },
  apiComposition: {
    title: 'AWS Prescriptive Guidance, API composition pattern',
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/modernization-data-persistence/api-composition.html',
  },
  schemaEvolution: {
    title: 'Confluent documentation, Schema evolution and compatibility',
    url: 'https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html',
  },
  cronJobs: {
    title: 'Kubernetes documentation, CronJob, limitations',
    url: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  },
  asyncRequestReply: {
    title: 'Azure Architecture Center, Asynchronous Request-Reply pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/async-request-reply',
  },
  keysetPaging: {
    title: 'Simon Willison on “Use The Index, Luke! Paging Through Results”',
    url: 'https://simonwillison.net/2018/Mar/29/use-index-luke-paging-through-results/',
  },
} as const satisfies Record<string, Source>;
