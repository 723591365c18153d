import type { Answers } from '../../../src/wizard/model/answers.ts';
import { clientBackends } from '../../../src/wizard/presets/client-backends.ts';
import { liveCollaboration } from '../../../src/wizard/presets/live-collaboration.ts';
import { multiTenantSaas } from '../../../src/wizard/presets/multi-tenant-saas.ts';
import { orderEvents } from '../../../src/wizard/presets/order-events.ts';
import { orderManagement } from '../../../src/wizard/presets/order-management.ts';
import { serviceAccess } from '../../../src/wizard/presets/service-access.ts';
import type { MessageKind } from '../../../src/wizard/model/list-columns.ts';
import type { PresetCase } from './preset-cases-running.ts';

const { answers: orders } = orderManagement.state;
const { answers: tenants } = multiTenantSaas.state;
const { answers: live } = liveCollaboration.state;
const { answers: events } = orderEvents.state;
const { answers: backends } = clientBackends.state;
const { answers: access } = serviceAccess.state;

function part<T extends object>(answer: T | 'not-sure' | undefined): T {
  if (answer === undefined || answer === 'not-sure') throw new Error('The preset does not say.');
  return answer;
}

/** The messages of a preset, changed one by one. */
function messages(answers: Answers, change: (row: MessageKind) => Partial<MessageKind>): Answers {
  const rows = part(answers.messages).messages ?? [];
  return { messages: { messages: rows.map((row) => ({ ...row, ...change(row) })) } };
}

/** The preset's rate of one message in place of another one. */
function rate(answers: Answers, name: string, perSecond: number): Answers {
  return messages(answers, (row) => (row.name === name ? { perSecond } : {}));
}

const later = (answers: Answers, peakLater: number): Answers => ({
  load: { ...part(answers.load), peakLater },
});

const team = (engineers: number, teams: number): Answers => ({ team: { engineers, teams } });

const outages: Answers = { availability: { availability: '99.95' } };

/** What presets that answer requests lead to, and where they turn. */
export const servingCases: readonly PresetCase[] = [
  {
    preset: orderManagement,
    chosen: {
      style: 'modular-monolith',
      'public-api': 'rest',
      transactions: 'local-acid',
      'sync-or-async': 'answer-then-work',
      broker: 'job-table',
      idempotency: 'key-and-inbox',
      pagination: 'cursor',
      cache: 'none',
    },
    replicas: { app: 2 },
    operations: ['placeOrder', 'cancelOrder', 'capturePayment', 'refundPayment', 'listOrders'],
    messages: ['order-placed', 'order-cancelled', 'shipment-handed-over'],
    files: ['resilience.yaml', 'contracts/api/openapi.yaml'],
    changes: [
      {
        when: 'messages reach 100 a second',
        answers: rate(orders, 'order placed', 94),
        then: { broker: 'queue', publishing: 'outbox-poller', scaling: 'queue-depth' },
      },
      {
        when: 'messages stay under 100 a second',
        answers: rate(orders, 'order placed', 93),
        then: { broker: 'job-table' },
      },
      {
        when: 'the peak reaches 1,000',
        answers: later(orders, 1000),
        then: { telemetry: 'sampled-traces', style: 'modular-monolith' },
      },
      { when: 'it stays under', answers: later(orders, 999), then: { telemetry: 'traces' } },
      {
        when: 'three teams release on their own',
        answers: team(12, 3),
        then: { style: 'service-based', edge: 'gateway', transactions: 'orchestrated-saga' },
        tensions: ['tension/right-at-once-across-services'],
      },
      {
        when: 'partners call',
        answers: { clients: { clients: ['web', 'mobile', 'partners'], clientNeeds: 'some' } },
        then: { edge: 'gateway' },
      },
      {
        when: '99.95 % is promised',
        answers: outages,
        then: { rollout: 'canary', tests: 'contracts-and-chaos' },
      },
    ],
  },
  {
    preset: multiTenantSaas,
    chosen: {
      style: 'microservices',
      tenancy: 'bridge',
      'rate-limiting': 'per-tenant',
      'data-ownership': 'database-per-service',
      edge: 'gateway',
      'long-operation': 'status',
      platform: 'kubernetes',
      mesh: 'none',
    },
    replicas: { 'tasks-service': 15, 'tenants-service': 3, 'data-exports-service': 3 },
    operations: ['openTenant', 'deleteTenant', 'readDeleteTenantStatus', 'orderDataExport'],
    messages: ['tenant-suspended-for-tasks', 'task-changed-for-reports'],
    files: ['k8s/tasks-service.yaml', 'auth.md'],
    changes: [
      {
        when: 'six engineers in one team, who still have services and one busy part',
        answers: team(6, 1),
        then: { style: 'service-based' },
      },
      {
        when: 'four teams of three or more, fewer than fifteen engineers',
        answers: team(14, 4),
        then: { style: 'service-based' },
      },
      {
        when: 'no customer has to be kept apart',
        answers: { customers: { customers: 'shared', customerCount: 900 } },
        then: { tenancy: 'pool' },
      },
      {
        when: 'billing is under rules of its own',
        answers: {
          parts: {
            ...part(tenants.parts),
            capabilities: (part(tenants.parts).capabilities ?? []).map((row) =>
              row.name === 'billing' ? { ...row, ownRules: true } : row,
            ),
          },
        },
        then: { tenancy: 'silo', 'service-identity': 'mtls' },
      },
      {
        when: 'logs and metrics are not in one place',
        answers: { running: { running: ['automatic-deploys', 'on-call', 'kubernetes-skill'] } },
        then: { style: 'service-based' },
      },
      {
        when: 'messages reach 1,000 a second',
        answers: rate(tenants, 'task changed', 994),
        then: { publishing: 'outbox-cdc' },
      },
      { when: 'ten teams', answers: team(40, 10), then: { mesh: 'mesh' } },
    ],
  },
  {
    preset: liveCollaboration,
    chosen: {
      'public-api': 'graphql',
      'live-updates': 'websocket',
      backplane: 'streams',
      tenancy: 'pool',
      authorization: 'relationships',
      bff: 'none',
      broker: 'job-table',
    },
    replicas: { app: 3 },
    operations: ['submitEdit', 'shareDocument', 'addComment', 'listPresences'],
    messages: ['edit-accepted', 'comment-added', 'share-revoked'],
    files: ['contracts/api/schema.graphql'],
    changes: [
      {
        when: 'edits may be lost',
        answers: messages(live, () => ({ ordered: false, replay: false })),
        then: { backplane: 'pub-sub' },
      },
      {
        when: 'only the server sends',
        answers: { interaction: { interaction: ['ask-answer', 'server-push', 'client-graph'] } },
        then: { 'live-updates': 'sse' },
      },
      {
        when: 'clients do not choose their fields',
        answers: { interaction: { interaction: ['ask-answer', 'server-push', 'live'] } },
        then: { 'public-api': 'rest', bff: 'per-client' },
      },
      {
        when: 'messages reach 100 a second',
        answers: rate(live, 'edit accepted', 89),
        then: { broker: 'log', publishing: 'outbox-poller' },
      },
      {
        when: 'messages stay under 100 a second',
        answers: rate(live, 'edit accepted', 88),
        then: { broker: 'job-table' },
      },
      {
        when: 'the peak reaches 1,000',
        answers: later(live, 1000),
        then: { telemetry: 'sampled-traces' },
      },
      {
        when: 'three teams release on their own',
        answers: team(12, 3),
        then: { style: 'service-based', 'internal-call': 'grpc' },
      },
    ],
  },
  {
    preset: orderEvents,
    chosen: {
      broker: 'log',
      'event-schema': 'registry',
      'sync-or-async': 'event-driven',
      publishing: 'outbox-cdc',
      transactions: 'orchestrated-saga',
      idempotency: 'key-and-inbox',
    },
    replicas: { 'orders-service': 7, 'payments-service': 2, 'reports-service': 2 },
    operations: ['placeOrder', 'cancelOrder', 'readOrder'],
    messages: ['order-placed', 'stock-reserved', 'payment-taken', 'shipment-handed-over'],
    files: ['messages/asyncapi.yaml'],
    changes: [
      {
        when: 'nothing is read again and two react',
        answers: messages(events, ({ to }) => ({ replay: false, to: to.slice(0, 2) })),
        then: { broker: 'queue', 'sync-or-async': 'answer-then-work' },
      },
      {
        when: 'nothing is read again, but three react in order',
        answers: messages(events, () => ({ replay: false })),
        then: { broker: 'log' },
      },
      {
        when: 'messages stay under 1,000 a second',
        answers: rate(events, 'order placed', 249),
        then: { publishing: 'outbox-poller', 'sync-or-async': 'answer-then-work' },
      },
      { when: 'six in one team', answers: team(6, 1), then: { style: 'service-based' } },
      {
        when: '99.95 % is promised',
        answers: outages,
        then: { resilience: 'bulkheads-and-fallbacks', tests: 'contracts-and-chaos' },
      },
      {
        when: 'one message needs an answer',
        answers: messages(events, ({ name }) => ({ needsAnswer: name === 'order placed' })),
        then: { 'sync-or-async': 'answer-then-work', 'internal-call': 'rest' },
      },
    ],
  },
  {
    preset: clientBackends,
    chosen: {
      bff: 'per-client',
      style: 'service-based',
      cache: 'in-process',
      authentication: 'oidc',
      'rate-limiting': 'per-key',
    },
    replicas: { 'web-bff': 2, 'mobile-bff': 2, 'journeys-service': 6 },
    operations: ['createBooking', 'webListJourneys', 'mobileReadJourney'],
    messages: ['booking-confirmed', 'booking-cancelled'],
    files: ['resilience.yaml'],
    changes: [
      {
        when: 'needs differ somewhat',
        answers: { clients: { clients: ['web', 'mobile'], clientNeeds: 'some' } },
        then: { bff: 'none', 'read-side': 'same' },
      },
      {
        when: 'clients choose their fields',
        answers: { interaction: { interaction: ['ask-answer', 'client-graph'] } },
        then: { 'public-api': 'graphql', bff: 'none' },
      },
      {
        when: 'the peak reaches 1,000',
        answers: later(backends, 1000),
        then: { cache: 'distributed', telemetry: 'sampled-traces' },
      },
      { when: 'it stays under', answers: later(backends, 999), then: { cache: 'in-process' } },
      {
        when: 'partners call',
        answers: {
          clients: { clients: ['web', 'mobile', 'partners'], clientNeeds: 'very-different' },
        },
        then: { authentication: 'oidc-and-client-credentials', bff: 'per-client' },
      },
      {
        when: 'nothing may be old',
        answers: { staleness: { ...part(backends.staleness), staleness: 'none' } },
        then: { cache: 'none' },
      },
      {
        when: '99.95 % is promised',
        answers: outages,
        then: { tests: 'contracts-and-chaos', 'cross-service-query': 'materialized-view' },
      },
    ],
  },
  {
    preset: serviceAccess,
    chosen: {
      authentication: 'oidc-and-client-credentials',
      authorization: 'attributes',
      'service-identity': 'mtls',
      tenancy: 'pool',
      'rate-limiting': 'per-tenant',
      style: 'service-based',
    },
    replicas: { 'patients-service': 2, 'access-grants-service': 2 },
    operations: ['issueGrant', 'removeGrant', 'breakGlass', 'listAuditEntries'],
    messages: ['grant-revoked', 'glass-broken', 'record-opened'],
    files: ['auth.md', 'policy.cedar'],
    changes: [
      {
        when: 'each object has rights of its own',
        answers: { 'sign-in': { ...part(access['sign-in']), rights: 'per-object' } },
        then: { authorization: 'relationships' },
      },
      {
        when: 'no program calls',
        answers: {
          clients: { clients: ['web', 'mobile'], clientNeeds: 'some' },
          'sign-in': { signIn: ['consumers', 'staff', 'company-sso'], rights: 'policy' },
        },
        then: { authentication: 'oidc' },
      },
      {
        when: 'five engineers',
        answers: team(5, 1),
        then: { 'service-identity': 'audience-token' },
        tensions: ['tension/kubernetes-with-few'],
      },
      {
        when: 'some hospitals are kept apart',
        answers: { customers: { customers: 'isolated', customerCount: 60 } },
        then: { tenancy: 'silo' },
      },
      {
        when: 'thirty engineers in six teams',
        answers: team(30, 6),
        then: { style: 'microservices' },
      },
      { when: 'ten teams', answers: team(40, 10), then: { mesh: 'mesh' } },
    ],
  },
];
