import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import { brokenInvariants } from '../../../src/wizard/model/invariants.ts';
import type {
  Alert,
  Capability,
  Flow,
  Message,
  Operation,
  Slo,
  Step,
} from '../../../src/wizard/model/system.ts';
import { builtShop } from './behavior-case.ts';

const { architecture: sound, solution } = builtShop;

const capabilities = (change: (one: Capability) => Partial<Capability>): Architecture => ({
  ...sound,
  capabilities: sound.capabilities.map((one) => ({ ...one, ...change(one) })),
});

const operations = (change: (one: Operation) => Partial<Operation>): Architecture => ({
  ...sound,
  apis: sound.apis.map((api) => ({
    ...api,
    operations: api.operations.map((one) => ({ ...one, ...change(one) })),
  })),
});

const messages = (change: (one: Message) => Partial<Message>): Architecture => ({
  ...sound,
  messages: sound.messages.map((one) => ({ ...one, ...change(one) })),
});

const flows = (change: (one: Flow) => Partial<Flow>): Architecture => ({
  ...sound,
  flows: sound.flows.map((one) => ({ ...one, ...change(one) })),
});

const steps = (change: (one: Step) => Step): Architecture =>
  flows(({ steps: all }) => ({ steps: all.map(change) }));

const slos = (change: (one: Slo) => Partial<Slo>): Architecture => ({
  ...sound,
  slos: sound.slos.map((one) => ({ ...one, ...change(one) })),
});

const alerts = (change: (one: Alert) => Partial<Alert>): Architecture => ({
  ...sound,
  alerts: sound.alerts.map((one) => ({ ...one, ...change(one) })),
});

const cached = (ttlSeconds: number, endedBy: readonly string[] = []): Operation['cache'] => ({
  where: 'distributed',
  ttlSeconds,
  jitterPercent: 10,
  invalidation: 'event',
  endedBy,
});

function keptBy(kinds: readonly Operation['kind'][], rule: Operation['cache']): Architecture {
  return operations(({ kind }) =>
    kinds.includes(kind) && rule !== undefined ? { cache: rule } : {},
  );
}

const first = sound.capabilities[0]?.id ?? '';
const secrets = sound.capabilities.flatMap(({ resource }) =>
  resource.fields.filter(({ sensitive }) => sensitive),
);

/** What is broken on purpose, and what has to be found. */
const injuries: readonly (readonly [finding: RegExp, broken: Architecture])[] = [
  [/capability .* is there twice/u, capabilities(() => ({ id: 'one' }))],
  [/share the schema/u, capabilities(() => ({ store: 'db', schema: 'one' }))],
  [
    /Two capabilities keep/u,
    capabilities(({ resource }) => ({ resource: { ...resource, plural: 'things' } })),
  ],
  [/“Two words” is no slug/u, capabilities(() => ({ id: 'Two words' }))],
  [/Nobody owns the capability/u, capabilities(() => ({ owner: '' }))],
  [/lies in no deployable/u, capabilities(() => ({ deployable: 'nowhere' }))],
  [/no schema of its own/u, capabilities(() => ({ schema: 'nothing' }))],
  [
    /written by another deployable/u,
    capabilities(() => ({ deployable: sound.deployables[0]?.id ?? '' })),
  ],
  [/has no capability/u, capabilities(() => ({ deployable: sound.deployables[0]?.id ?? '' }))],
  [/have no id/u, capabilities(({ resource }) => ({ resource: { ...resource, fields: [] } }))],
  [
    /have two fields/u,
    capabilities(({ resource }) => ({
      resource: { ...resource, fields: [...resource.fields, ...resource.fields] },
    })),
  ],
  [
    /does not fit its type/u,
    capabilities(({ resource }) => ({
      resource: {
        ...resource,
        fields: resource.fields.map((field) => ({ ...field, example: 0.5 })),
      },
    })),
  ],
  [/operation .* is there twice/u, operations(() => ({ id: 'one' }))],
  [/API .* is there twice/u, { ...sound, apis: [...sound.apis, ...sound.apis] }],
  [/policy .* is there twice/u, { ...sound, policies: [...sound.policies, ...sound.policies] }],
  [/has no contract/u, { ...sound, apis: [] }],
  [/Nothing can be asked of/u, { ...sound, apis: [] }],
  [/policy .* names .*, which does not exist/u, { ...sound, apis: [] }],
  [/two operations at/u, operations(() => ({ path: '/one', method: 'GET' }))],
  [/No policy says who may/u, { ...sound, policies: [] }],
  [/No policy says who may/u, operations(() => ({ policy: 'nobody' }))],
  [/belongs to no capability/u, operations(() => ({ capability: 'nothing' }))],
  [/wrong thing about repetition/u, operations(() => ({ repeatable: 'safe' }))],
  [/no timeout that its callers outlive/u, operations(() => ({ timeoutMs: 0 }))],
  [/no timeout that its callers outlive/u, operations(() => ({ timeoutMs: 3_600_000 }))],
  [
    /is not safe and carries no key/u,
    {
      ...operations(({ method }) => (method === 'POST' ? { repeatable: 'no' } : {})),
      connections: sound.connections.map((each) =>
        each.kind === 'sync' ? { ...each, retried: 'reads, and writes' } : each,
      ),
    },
  ],
  [/Nobody can ask how far/u, operations(() => ({ later: true }))],
  [/publishes nothing-like-it/u, operations(() => ({ publishes: ['nothing-like-it'] }))],
  [/must not leave the system/u, keptBy(['list', 'read'], cached(5))],
  [/is no plain read/u, keptBy(['act'], cached(5))],
  [/without an end/u, keptBy(['list'], cached(0))],
  [/should end what/u, keptBy(['list'], cached(5, ['nothing']))],
  [/flow .* is there twice/u, flows(() => ({ id: 'one' }))],
  [/has 0 pivots/u, flows(() => ({ steps: [] }))],
  [/has two steps/u, steps((step) => ({ ...step, id: 'one' }))],
  [/cannot be undone/u, steps(({ undo: _undo, ...step }) => step)],
  [
    /is not tried again/u,
    flows(({ steps: all }) => ({
      steps: all.map((step, index) => ({ ...step, role: index === 0 ? 'pivot' : 'undoable' })),
    })),
  ],
  [/belongs to no capability/u, steps((step) => ({ ...step, capability: 'nothing' }))],
  [/has no timeout/u, steps((step) => ({ ...step, timeoutMs: 0 }))],
  [/message .* is there twice/u, messages(() => ({ id: 'one' }))],
  [/Two messages are of the type/u, messages(() => ({ type: 'one' }))],
  [/waits in nowhere/u, messages(() => ({ channel: 'nowhere' }))],
  [/names nobody, which does not exist/u, messages(() => ({ from: 'nobody' }))],
  [/Nobody receives/u, messages(() => ({ to: [] }))],
  [/which it does not carry/u, messages(() => ({ key: 'nothing' }))],
  [/carries .* twice/u, messages(({ fields }) => ({ fields: [...fields, ...fields] }))],
  [/which must not leave the system/u, messages(() => ({ fields: secrets }))],
  [/is never delivered/u, messages(() => ({ attempts: 0 }))],
  [/alert or objective .* is there twice/u, alerts(() => ({ id: 'one' }))],
  [/has no runbook/u, alerts(() => ({ runbook: '' }))],
  [
    /something that does not exist/u,
    alerts(() => ({ about: { kind: 'saturation', deployable: 'nothing' } })),
  ],
  [
    /something that does not exist/u,
    alerts(() => ({ about: { kind: 'dead-letters', channel: 'nothing' } })),
  ],
  [
    /something that does not exist/u,
    alerts(() => ({ about: { kind: 'outside-down', dependency: 'nothing' } })),
  ],
  [/can never speak/u, slos(() => ({ objectivePercent: 50 }))],
  [/promises nothing/u, { ...sound, slos: [] }],
  [/systems of others that it waits for/u, slos(() => ({ objectivePercent: 99.9999 }))],
  [
    /promises more than .*, which it waits for/u,
    slos(({ deployable }) => ({ objectivePercent: deployable.endsWith('-bff') ? 99.9 : 99 })),
  ],
  [
    /does not end with everybody/u,
    { ...sound, rollout: { ...sound.rollout, stages: [{ percent: 5, minutes: 5 }] } },
  ],
  [
    /does not end with everybody/u,
    {
      ...sound,
      rollout: {
        ...sound.rollout,
        stages: [50, 5, 100].map((percent) => ({ percent, minutes: 5 })),
      },
    },
  ],
  [
    /how many connections/u,
    { ...sound, stores: sound.stores.map(({ connections: _connections, ...store }) => store) },
  ],
  [
    /more connections than/u,
    {
      ...sound,
      deployables: sound.deployables.map((each) => ({ ...each, pool: 10_000 })),
      stores: sound.stores.map((store) => ({
        ...store,
        connections: { limit: 100, reserved: 10, pooler: 0 },
      })),
    },
  ],
  [
    /more connections than/u,
    {
      ...sound,
      stores: sound.stores.map((store) => ({
        ...store,
        connections: { limit: 100, reserved: 10, pooler: 95 },
      })),
    },
  ],
  [
    /more than can be answered/u,
    { ...sound, rateLimits: sound.rateLimits.map((limit) => ({ ...limit, perSecond: 1_000_000 })) },
  ],
  [
    /keep all workers busy/u,
    {
      ...sound,
      rateLimits: sound.rateLimits.map((limit) => ({ ...limit, concurrent: 1_000_000 })),
    },
  ],
  [
    /a part of a request/u,
    { ...sound, rateLimits: sound.rateLimits.map((limit) => ({ ...limit, burst: 1.5 })) },
  ],
  [/Nothing limits/u, { ...sound, rateLimits: [] }],
];

describe('the check of what a system does', () => {
  it('finds nothing in a sound one, which has everything that can be broken', () => {
    expect(brokenInvariants(sound, solution)).toEqual([]);
    expect(first).not.toBe('');
    expect(secrets.length).toBeGreaterThan(0);
    expect(sound.messages.length).toBeGreaterThan(2);
    expect(sound.flows.some(({ kind }) => kind === 'orchestrated')).toBe(true);
    expect(sound.deployables.some(({ kind }) => kind === 'bff')).toBe(true);
    expect(
      sound.apis.some(({ operations: all }) => all.some(({ cache }) => cache !== undefined)),
    ).toBe(true);
  });

  it.each(injuries)('finds %s', (finding, broken) => {
    expect(brokenInvariants(broken, solution).join('\n')).toMatch(finding);
  });
});
