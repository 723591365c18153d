import type { Answers } from '../../../src/wizard/model/answers.ts';
import { apiGateway } from '../../../src/wizard/presets/api-gateway.ts';
import { liveNotifications } from '../../../src/wizard/presets/live-notifications.ts';
import { observability } from '../../../src/wizard/presets/observability.ts';
import { outsideCalls } from '../../../src/wizard/presets/outside-calls.ts';
import type { Preset } from '../../../src/wizard/presets/preset.ts';
import { stranglerMigration } from '../../../src/wizard/presets/strangler-migration.ts';
import { webhookDelivery } from '../../../src/wizard/presets/webhook-delivery.ts';
import type { AlternativeId, DecisionId } from '../../../src/wizard/model/decisions.ts';

export type Chosen = { readonly [D in DecisionId]?: AlternativeId<D> };

/** Answers that stand beside or in place of those of the preset, and what comes out then. */
export interface Change {
  readonly when: string;
  readonly answers: Answers;
  readonly then: Chosen;
  /** Tensions that appear; none where it is absent. */
  readonly tensions?: readonly string[];
}

export interface PresetCase {
  readonly preset: Preset;
  readonly chosen: Chosen;
  readonly replicas: Readonly<Record<string, number>>;
  readonly operations: readonly string[];
  readonly messages: readonly string[];
  readonly files: readonly string[];
  readonly changes: readonly Change[];
}

const { answers: calls } = outsideCalls.state;
const { answers: traces } = observability.state;
const { answers: gateway } = apiGateway.state;
const { answers: old } = stranglerMigration.state;
const { answers: hooks } = webhookDelivery.state;
const { answers: live } = liveNotifications.state;

/** The rows of an answer with some of their cells changed, found by name. */
function rows<Row extends { readonly name: string }>(
  list: readonly Row[] | undefined,
  name: string | undefined,
  change: Partial<Row>,
): readonly Row[] {
  return (list ?? []).map((row) =>
    name === undefined || row.name === name ? { ...row, ...change } : row,
  );
}

function part<T extends object>(answer: T | 'not-sure' | undefined): T {
  if (answer === undefined || answer === 'not-sure') throw new Error('The preset does not say.');
  return answer;
}

const dependency = (name: string, change: object): Answers => ({
  dependencies: { dependencies: rows(part(calls.dependencies).dependencies, name, change) },
});

const message = (answers: Answers, name: string, change: object): Answers => ({
  messages: { messages: rows(part(answers.messages).messages, name, change) },
});

const later = (answers: Answers, peakLater: number): Answers => ({
  load: { ...part(answers.load), peakLater },
});

const alike = (answers: Answers): Answers => ({
  parts: {
    capabilities: rows(part(answers.parts).capabilities, undefined, {
      load: 'usual',
      ownRules: false,
    }),
  },
});

export const presetCases: readonly PresetCase[] = [
  {
    preset: outsideCalls,
    chosen: {
      style: 'modular-monolith',
      resilience: 'bulkheads-and-fallbacks',
      idempotency: 'key-and-inbox',
      'sync-or-async': 'answer-then-work',
      broker: 'job-table',
      transactions: 'local-acid',
      alerting: 'burn-rate',
    },
    replicas: { app: 3 },
    operations: ['placeOrder', 'readPayment', 'listShipments'],
    messages: ['order-placed', 'payment-refunded'],
    files: [
      'resilience.yaml',
      'runbooks/outside-card-processor-breaker-open.md',
      'runbooks/outside-mail-sender-down.md',
      'tests/features/outage-outside-carrier-quotes.feature',
    ],
    changes: [
      {
        when: 'the card processor promises only 99.9 %',
        answers: dependency('card processor', { availability: '99.9' }),
        then: { resilience: 'bulkheads-and-fallbacks' },
        tensions: ['tension/promise-too-low'],
      },
      {
        when: 'carrier quotes have to fail too',
        answers: dependency('carrier quotes', { whenDown: 'fail' }),
        then: {},
        tensions: ['tension/promise-too-low'],
      },
      {
        when: 'messages stay under 100 a second',
        answers: message(calls, 'order placed', { perSecond: 98 }),
        then: { broker: 'job-table', publishing: 'none' },
      },
      {
        when: 'messages reach 100 a second',
        answers: message(calls, 'order placed', { perSecond: 99 }),
        then: { broker: 'queue', publishing: 'outbox-poller', scaling: 'queue-depth' },
      },
      {
        when: 'the peak stays under 1,000',
        answers: later(calls, 999),
        then: { telemetry: 'traces', 'read-side': 'same' },
      },
      {
        when: 'the peak reaches 1,000',
        answers: later(calls, 1000),
        then: { telemetry: 'sampled-traces', 'read-side': 'replica' },
      },
      {
        when: '99.95 % is promised, which the card processor alone uses up',
        answers: { availability: { availability: '99.95' } },
        then: { rollout: 'canary', tests: 'contracts-and-chaos' },
        tensions: ['tension/promise-too-low'],
      },
      {
        when: 'three teams of three or more release on their own',
        answers: { team: { engineers: 12, teams: 3 } },
        then: { style: 'service-based', transactions: 'orchestrated-saga' },
      },
    ],
  },
  {
    preset: observability,
    chosen: {
      style: 'microservices',
      telemetry: 'sampled-traces',
      alerting: 'burn-rate',
      platform: 'kubernetes',
      rollout: 'canary',
      broker: 'queue',
      publishing: 'outbox-poller',
      transactions: 'choreographed-saga',
    },
    replicas: { 'tracking-service': 22, 'billing-service': 3, 'notifications-service': 3 },
    operations: ['bookParcel', 'readRoute', 'listInvoices'],
    messages: ['invoice-issued', 'parcel-booked-for-billing', 'parcel-scanned-for-notifications'],
    files: [
      'observability/otel-collector.yaml',
      'observability/rules.yml',
      'observability/dashboard.json',
      'k8s/otel-collector.yaml',
      'runbooks/billing-service-latency.md',
      'runbooks/notifications-service-queue-oldest-message.md',
    ],
    changes: [
      {
        when: 'the peak stays under 1,000',
        answers: { load: { peakNow: 600, peakLater: 999, readsPerWrite: 20 } },
        then: { telemetry: 'traces' },
      },
      {
        when: 'messages reach 1,000 a second',
        answers: message(traces, 'parcel scanned', { perSecond: 920 }),
        then: { publishing: 'outbox-cdc' },
      },
      {
        when: 'messages stay under 1,000 a second',
        answers: message(traces, 'parcel scanned', { perSecond: 919 }),
        then: { publishing: 'outbox-poller' },
      },
      {
        when: 'messages are read again',
        answers: message(traces, 'parcel scanned', { replay: true }),
        then: { broker: 'log', 'event-schema': 'registry' },
      },
      {
        when: '99.9 % is enough',
        answers: { availability: { availability: '99.9' } },
        then: { tests: 'contracts', alerting: 'burn-rate' },
      },
      {
        when: 'logs and metrics are not in one place',
        answers: { running: { running: ['automatic-deploys', 'on-call', 'kubernetes-skill'] } },
        then: { style: 'service-based' },
      },
    ],
  },
  {
    preset: apiGateway,
    chosen: {
      style: 'service-based',
      edge: 'gateway',
      'rate-limiting': 'per-tenant',
      authentication: 'oidc-and-client-credentials',
      'service-identity': 'audience-token',
      versioning: 'header',
      tenancy: 'pool',
      bff: 'none',
      rollout: 'canary',
    },
    replicas: { 'valuations-service': 11, 'properties-service': 2, 'accounts-service': 2 },
    operations: ['requestValuation', 'readProperty', 'changePlan'],
    messages: ['valuation-completed'],
    files: ['edge/gateway.yaml', 'edge/Caddyfile', 'auth.md', 'policy.cedar'],
    changes: [
      {
        when: 'partners and quotas go, three deployables still need one address',
        answers: {
          clients: { clients: ['web', 'mobile'], clientNeeds: 'some' },
          exposure: { exposure: ['internet'] },
          'sign-in': { signIn: ['company-sso'], rights: 'roles' },
        },
        then: { edge: 'gateway', authentication: 'oidc' },
      },
      {
        when: 'partners and quotas go and one deployable is left',
        answers: {
          ...alike(gateway),
          clients: { clients: ['web', 'mobile'], clientNeeds: 'some' },
          exposure: { exposure: ['internet'] },
          'sign-in': { signIn: ['company-sso'], rights: 'roles' },
          team: { engineers: 4, teams: 1 },
          'start-from': { startFrom: 'new' },
        },
        then: { edge: 'load-balancer', style: 'modular-monolith', 'service-identity': 'none' },
      },
      {
        when: 'the peak reaches 1,000',
        answers: later(gateway, 1000),
        then: { cache: 'distributed', telemetry: 'sampled-traces', 'read-side': 'replica' },
      },
      {
        when: 'web and mobile need very different data',
        answers: { clients: { ...part(gateway.clients), clientNeeds: 'very-different' } },
        then: { bff: 'per-client', edge: 'gateway' },
      },
      {
        when: 'payments are handled, simplicity still decides against certificates',
        answers: { 'data-kinds': { dataKinds: ['personal', 'sensitive'] } },
        then: { 'service-identity': 'audience-token' },
      },
      {
        when: 'payments are handled and simplicity matters less',
        answers: {
          'data-kinds': { dataKinds: ['personal', 'sensitive'] },
          priorities: { priorities: ['uptime', 'compliance', 'speed'] },
        },
        then: { 'service-identity': 'mtls' },
      },
      {
        when: 'six teams share 24 engineers',
        answers: { team: { engineers: 24, teams: 6 } },
        then: { style: 'microservices' },
      },
      {
        when: '99.95 % is promised',
        answers: { availability: { availability: '99.95' } },
        then: { tests: 'contracts-and-chaos' },
      },
    ],
  },
  {
    preset: stranglerMigration,
    chosen: {
      style: 'microservices',
      migration: 'strangler',
      edge: 'gateway',
      'data-ownership': 'database-per-service',
      publishing: 'outbox-cdc',
      transactions: 'choreographed-saga',
      rollout: 'canary',
      broker: 'queue',
    },
    replicas: { 'quotes-service': 5, 'policies-service': 2, 'customers-service': 2 },
    operations: ['issuePolicy', 'payClaim', 'moveCustomer', 'readQuote'],
    messages: ['quote-accepted', 'legacy-record-changed-for-customers'],
    files: [
      'migration.md',
      'rollout.md',
      'edge/gateway.yaml',
      'flows/issue-policy.json',
      'runbooks/outside-old-monolith-down.md',
    ],
    changes: [
      {
        when: 'there is nothing to replace',
        answers: { 'start-from': { startFrom: 'new' } },
        then: { migration: 'none', publishing: 'outbox-poller' },
      },
      {
        when: 'nine engineers are left in three teams',
        answers: { team: { engineers: 9, teams: 3 } },
        then: { style: 'service-based', migration: 'strangler' },
      },
      {
        when: 'one team is left and no part stands out',
        answers: { ...alike(old), team: { engineers: 6, teams: 1 } },
        then: { style: 'modular-monolith', migration: 'branch-by-abstraction' },
      },
      {
        when: 'logs and metrics are not in one place',
        answers: { running: { running: ['automatic-deploys', 'on-call'] } },
        then: { style: 'service-based' },
      },
      {
        when: 'three receivers need the changes of the monolith in order',
        answers: message(old, 'legacy record changed', { to: ['customers', 'policies', 'claims'] }),
        then: { broker: 'log', 'event-schema': 'registry' },
      },
      {
        when: 'old changes are read again',
        answers: message(old, 'legacy record changed', { replay: true }),
        then: { broker: 'log', 'event-schema': 'registry' },
      },
      {
        when: 'a rollback may take 15 minutes',
        answers: { delivery: { ...part(old.delivery), rollbackMinutes: 15 } },
        then: { rollout: 'canary' },
      },
    ],
  },
  {
    preset: webhookDelivery,
    chosen: {
      style: 'service-based',
      outbound: 'webhooks',
      publishing: 'outbox-poller',
      broker: 'queue',
      resilience: 'bulkheads-and-fallbacks',
      idempotency: 'key-and-inbox',
      tenancy: 'pool',
      'read-side': 'same',
    },
    replicas: { 'webhook-deliveries-service': 3, 'webhook-endpoints-service': 2 },
    operations: [
      'createEndpoint',
      'rotateSecret',
      'disableEndpoint',
      'createEvent',
      'listDeliveries',
      'redeliverEvent',
    ],
    messages: ['event-accepted', 'endpoint-changed'],
    files: ['runbooks/companies-down.md', 'contracts/webhook-endpoints-api/openapi.yaml'],
    changes: [
      {
        when: 'messages stay under 1,000 a second',
        answers: message(hooks, 'event accepted', { perSecond: 998 }),
        then: { outbound: 'webhooks', publishing: 'outbox-poller' },
      },
      {
        when: 'messages reach 1,000 a second',
        answers: message(hooks, 'event accepted', { perSecond: 999 }),
        then: { outbound: 'feed', publishing: 'outbox-cdc' },
      },
      {
        when: 'old events are read again',
        answers: message(hooks, 'event accepted', { replay: true }),
        then: { outbound: 'feed', broker: 'log' },
      },
      {
        when: 'no other company has to be told',
        answers: { interaction: { interaction: ['ask-answer'] } },
        then: { outbound: 'none' },
      },
      {
        when: 'some customers are kept apart',
        answers: { customers: { customers: 'isolated', customerCount: 800 } },
        then: { tenancy: 'bridge' },
      },
      {
        when: 'four engineers are left',
        answers: { team: { engineers: 4, teams: 1 } },
        then: { style: 'modular-monolith' },
      },
      {
        when: 'no part is busier than the others',
        answers: alike(hooks),
        then: { style: 'modular-monolith' },
      },
      {
        when: '99.95 % is promised',
        answers: { availability: { availability: '99.95' } },
        then: { rollout: 'canary', tests: 'contracts-and-chaos' },
      },
    ],
  },
  {
    preset: liveNotifications,
    chosen: {
      style: 'modular-monolith',
      'live-updates': 'websocket',
      backplane: 'pub-sub',
      broker: 'job-table',
      'public-api': 'rest',
      telemetry: 'traces',
    },
    replicas: { app: 3 },
    operations: ['listNotifications', 'markNotificationAsRead', 'muteSender'],
    messages: ['notification-created'],
    files: ['messages/asyncapi.yaml', 'runbooks/outside-phone-push-down.md'],
    changes: [
      {
        when: 'order has to be kept',
        answers: message(live, 'notification created', { ordered: true }),
        then: { backplane: 'streams', 'live-updates': 'websocket' },
      },
      {
        when: 'messages are read again',
        answers: message(live, 'notification created', { replay: true }),
        then: { backplane: 'streams' },
      },
      {
        when: 'the history has to be proven',
        answers: { 'data-kinds': { dataKinds: ['personal', 'provable'] } },
        then: { backplane: 'streams' },
      },
      {
        when: 'news goes one way only',
        answers: { interaction: { interaction: ['ask-answer', 'server-push'] } },
        then: { 'live-updates': 'sse', backplane: 'pub-sub' },
      },
      {
        when: 'news goes one way and a minute is soon enough',
        answers: {
          interaction: { interaction: ['ask-answer', 'server-push'] },
          freshness: { freshness: 'minutes' },
        },
        then: { 'live-updates': 'polling', backplane: 'none' },
      },
      {
        when: 'messages reach 100 a second',
        answers: message(live, 'notification created', { perSecond: 100 }),
        then: { broker: 'queue', scaling: 'queue-depth', backplane: 'pub-sub' },
      },
      {
        when: 'messages stay under 100 a second',
        answers: message(live, 'notification created', { perSecond: 99 }),
        then: { broker: 'job-table' },
      },
      {
        when: 'the peak reaches 1,000',
        answers: later(live, 1000),
        then: { telemetry: 'sampled-traces' },
      },
      {
        when: 'three teams of three release on their own',
        answers: { team: { engineers: 9, teams: 3 } },
        then: { style: 'service-based', 'internal-call': 'grpc', edge: 'gateway' },
      },
    ],
  },
];
