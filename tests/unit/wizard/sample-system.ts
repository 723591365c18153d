import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import type { Solution } from '../../../src/wizard/model/solution.ts';
import type { Alert, Behavior, Field, Operation, Slo } from '../../../src/wizard/model/system.ts';

const fields: readonly Field[] = [
  { name: 'id', type: 'id', required: true, sensitive: false, example: 'a1' },
  { name: 'customerEmail', type: 'text', required: true, sensitive: true, example: 'a@b.example' },
];

/** A small behavior by hand for the parts of any architecture. */
export function withBehavior(
  architecture: Architecture,
  { facts, decisions }: Solution,
): Architecture & Behavior {
  const { deployables, channels, dependencies } = architecture;
  const names = ['order', 'payment', 'parcel'];
  const capabilities = deployables.map(({ id, owner }, index) => {
    const singular = names[index] ?? `thing-${index}`;
    return {
      id: `${singular}s`,
      name: `${singular}s`,
      owner,
      deployable: id,
      store: 'db',
      schema: singular,
      resource: { singular, plural: `${singular}s`, fields },
    };
  });
  const publicForm = decisions['public-api'].chosen;
  const cached = decisions.cache.chosen !== 'none';
  const where = {
    none: 'private-http',
    'private-http': 'private-http',
    'http-and-cdn': 'cdn',
    'in-process': 'in-process',
    distributed: 'distributed',
    'cdn-and-distributed': 'distributed',
  } as const;
  const apis = capabilities.map(({ id, deployable, resource: { singular, plural } }, index) => {
    const operation = (
      kind: Operation['kind'],
      name: string,
      method: Operation['method'],
      path: string,
      change: Partial<Operation>,
    ): Operation => ({
      id: name,
      kind,
      capability: id,
      summary: name,
      method,
      path,
      repeatable: method === 'GET' ? 'safe' : 'key',
      later: false,
      policy: 'user',
      timeoutMs: 500,
      publishes: [],
      ...change,
    });
    const title = singular.replace(/[^a-z]/gu, '');
    const keep = {
      where: where[decisions.cache.chosen],
      ttlSeconds: 60,
      jitterPercent: 10,
      invalidation: channels.length > 0 ? ('event' as const) : ('ttl' as const),
      endedBy: channels.length > 0 ? [`${singular}-changed`] : [],
    };
    return {
      id: `${plural}-api`,
      title: plural,
      form: index === 0 ? publicForm : ('rest' as const),
      audience: index === 0 ? ('public' as const) : ('internal' as const),
      deployable,
      operations: [
        operation('list', `list-${title}`, 'GET', `/${plural}`, cached ? { cache: keep } : {}),
        operation(
          'read',
          `read-${title}`,
          'GET',
          `/${plural}/{${title}Id}`,
          cached ? { cache: keep } : {},
        ),
        operation('create', `create-${title}`, 'POST', `/${plural}`, {}),
      ],
    };
  });
  const availability = Number(facts.availability);
  const slos: readonly Slo[] = deployables.flatMap(({ id }): Slo[] => [
    {
      id: `${id}-availability`,
      deployable: id,
      indicator: 'availability',
      objectivePercent: availability,
      windowDays: 28,
    },
    {
      id: `${id}-latency`,
      deployable: id,
      indicator: 'latency',
      objectivePercent: 95,
      windowDays: 28,
      thresholdMs: facts.p95Ms,
    },
  ]);
  const alert = (id: string, severity: Alert['severity'], about: Alert['about']): Alert => ({
    id,
    title: `Something about ${id}`,
    severity,
    runbook: `runbooks/${id}.md`,
    about,
  });
  const alerts: readonly Alert[] = [
    ...slos.flatMap(({ id }) => [
      alert(`${id}-fast`, 'page', {
        kind: 'burn',
        slo: id,
        rate: 14.4,
        longWindow: '1h',
        shortWindow: '5m',
      }),
      alert(`${id}-slow`, 'ticket', {
        kind: 'burn',
        slo: id,
        rate: 1,
        longWindow: '3d',
        shortWindow: '6h',
      }),
    ]),
    ...channels.flatMap(({ id }) => [
      alert(`${id}-dead-letters`, 'ticket', { kind: 'dead-letters', channel: id }),
      alert(`${id}-oldest`, 'ticket', { kind: 'oldest-message', channel: id }),
    ]),
    ...dependencies.flatMap(({ id }) => [
      alert(`${id}-down`, 'ticket', { kind: 'outside-down', dependency: id }),
      alert(`${id}-breaker`, 'ticket', { kind: 'breaker-open', dependency: id }),
    ]),
    ...deployables.map(({ id }) =>
      alert(`${id}-full`, 'ticket', { kind: 'saturation', deployable: id }),
    ),
  ];
  return {
    ...architecture,
    capabilities,
    apis,
    messages: channels.map(({ id }) => ({
      id: 'order-changed',
      name: 'order changed',
      type: 'com.example.orders.order-changed.v1',
      channel: id,
      from: 'orders',
      to: capabilities.slice(-1).map((each) => each.id),
      fields,
      perSecond: facts.messagesPerSecond,
      attempts: 5,
    })),
    flows: [],
    identities: [],
    policies: [{ id: 'user', role: 'user', operations: [], condition: 'owner' }],
    rateLimits: [{ of: 'api-key', where: 'edge', perSecond: 20, burst: 40, concurrent: 10 }],
    slos,
    alerts,
    rollout: {
      strategy: decisions.rollout.chosen,
      flags: true,
      stages:
        decisions.rollout.chosen === 'canary'
          ? [
              { percent: 5, minutes: 15 },
              { percent: 100, minutes: 30 },
            ]
          : [{ percent: 100, minutes: 15 }],
      rollbackMinutes: facts.rollbackMinutes,
    },
  };
}
