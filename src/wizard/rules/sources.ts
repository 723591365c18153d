import type { Source } from '../model/decision-kinds.ts';

/** The pages that rules and tensions refer to. */
export const sources = {
  microservicePrerequisites: {
    title: 'Martin Fowler, MicroservicePrerequisites',
    url: 'https://martinfowler.com/bliki/MicroservicePrerequisites.html',
  },
  monolithFirst: {
    title: 'Martin Fowler, MonolithFirst',
    url: 'https://martinfowler.com/bliki/MonolithFirst.html',
  },
  microservices: {
    title: 'James Lewis and Martin Fowler, Microservices: decentralized data management',
    url: 'https://martinfowler.com/articles/microservices.html',
  },
  grpcWeb: {
    title: 'gRPC, the gRPC-Web protocol',
    url: 'https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md',
  },
  gatewayRouting: {
    title: 'Azure Architecture Center, Gateway Routing pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/gateway-routing',
  },
  saga: {
    title: 'Azure Architecture Center, Saga design pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/saga',
  },
  kafkaDesign: {
    title: 'Apache Kafka documentation, introduction',
    url: 'https://kafka.apache.org/documentation/#gettingStarted',
  },
  oauthNativeApps: {
    title: 'RFC 8252, OAuth 2.0 for Native Apps',
    url: 'https://www.rfc-editor.org/rfc/rfc8252',
  },
  oauthSecurity: {
    title: 'RFC 9700, Best Current Practice for OAuth 2.0 Security, section 2',
    url: 'https://www.rfc-editor.org/rfc/rfc9700#section-2',
  },
  objectLevelAuthorization: {
    title: 'OWASP API Security Top 10, API1:2023 Broken Object Level Authorization',
    url: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
  },
  idempotencyKeyDraft: {
    title: 'IETF HTTPAPI working group, The Idempotency-Key HTTP Header Field (a draft)',
    url: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
  },
  sreAlerting: {
    title: 'The Site Reliability Workbook, chapter 5, Alerting on SLOs',
    url: 'https://sre.google/workbook/alerting-on-slos/',
  },
  pactFaq: {
    title: 'Pact documentation, FAQ: what is Pact good for?',
    url: 'https://docs.pact.io/faq',
  },
  awsRetries: {
    title: 'AWS Well-Architected Framework, REL05-BP03 Control and limit retry calls',
    url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_mitigate_interaction_failure_limit_retries.html',
  },
  sreOverload: {
    title: 'Site Reliability Engineering, chapter 21, Handling Overload',
    url: 'https://sre.google/sre-book/handling-overload/',
  },
  sreCanarying: {
    title: 'The Site Reliability Workbook, chapter 16, Canarying Releases',
    url: 'https://sre.google/workbook/canarying-releases/',
  },
  circuitBreaker: {
    title: 'Azure Architecture Center, Circuit Breaker pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/circuit-breaker',
  },
  bulkhead: {
    title: 'Azure Architecture Center, Bulkhead pattern',
    url: 'https://learn.microsoft.com/en-us/azure/architecture/patterns/bulkhead',
  },
  otelSampling: {
    title: 'OpenTelemetry documentation, Sampling',
    url: 'https://opentelemetry.io/docs/concepts/sampling/',
  },
  otelPropagation: {
    title: 'OpenTelemetry documentation, Context propagation',
    url: 'https://opentelemetry.io/docs/concepts/context-propagation/',
  },
} as const satisfies Record<string, Source>;
