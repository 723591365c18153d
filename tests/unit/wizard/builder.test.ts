import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { happened } from '../../../src/wizard/model/build/happened.ts';
import { dealOf, nounOf } from '../../../src/wizard/model/build/nouns.ts';
import { wordFor } from '../../../src/wizard/model/build/vocabulary.ts';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import type { Operation } from '../../../src/wizard/model/system.ts';
import { anyState } from './arbitraries.ts';
import { built, builtShop, shop, shopPins } from './behavior-case.ts';

const operationsOf = ({ apis }: Architecture): readonly Operation[] =>
  apis.flatMap(({ operations }) => operations);

const operation = (architecture: Architecture, id: string): Operation | undefined =>
  operationsOf(architecture).find((each) => each.id === id);

const monolith = built({ building: { building: 'commerce' } }).architecture;
const { architecture: services } = builtShop;

describe('what is typed becomes what is built', () => {
  it('puts every capability of a monolith into it as a module, with a schema each', () => {
    expect(monolith.deployables).toHaveLength(1);
    const names = ['catalog', 'orders', 'payments', 'inventory', 'shipping', 'customers'];
    expect(monolith.deployables[0]?.modules.toSorted()).toEqual(names.toSorted());
    expect(monolith.stores[0]?.schemas.map(({ name }) => name).toSorted()).toEqual(
      names.toSorted(),
    );
    expect(monolith.flows.map(({ kind }) => kind)).toEqual(['transaction', 'transaction']);
  });

  it('offers records and actions under addresses that say what they are about', () => {
    expect(operation(monolith, 'listProducts')).toMatchObject({ method: 'GET', path: '/products' });
    expect(operation(monolith, 'placeOrder')).toMatchObject({ method: 'POST', path: '/orders' });
    expect(operation(monolith, 'createOrder')).toBeUndefined();
    expect(operation(monolith, 'cancelOrder')?.path).toBe('/orders/{orderId}/cancellation');
  });

  it('keeps apart what carries another load or is under rules of its own', () => {
    const row = { team: 1, changes: 'monthly', freshness: 'inherit' } as const;
    const { deployables } = built(
      {
        ...shop,
        parts: {
          capabilities: [
            { ...row, name: 'catalog', load: 'high', ownRules: false },
            { ...row, name: 'orders', load: 'usual', ownRules: false },
            { ...row, name: 'payments', load: 'usual', ownRules: true },
            { ...row, name: 'shipping', load: 'usual', ownRules: false },
          ],
        },
        team: { engineers: 9, teams: 3 },
      },
      { style: 'service-based' },
    ).architecture;
    const groups = deployables.filter(({ kind }) => kind === 'service');
    expect(groups.map(({ modules }) => modules)).toEqual([
      ['catalog'],
      ['orders', 'shipping'],
      ['payments'],
    ]);
  });

  it('owns a capability by the team that was typed', () => {
    const { capabilities } = built({
      parts: {
        capabilities: [
          {
            name: 'orders',
            team: 7,
            changes: 'weekly',
            load: 'usual',
            ownRules: false,
            freshness: 'inherit',
          },
        ],
      },
    }).architecture;
    expect(capabilities.map(({ owner }) => owner)).toEqual(['team 7']);
  });

  it('knows what common areas keep, and gives a sound shape to all others', () => {
    expect(wordFor('Payments').singular).toBe('payment');
    expect(wordFor('lighthouses')).toMatchObject({ singular: 'lighthouse', plural: 'lighthouses' });
    expect(wordFor('company')).toMatchObject({ singular: 'company', plural: 'companies' });
    expect(wordFor('boxes').singular).toBe('box');
    const fields = wordFor('Payments').fields.filter(({ sensitive }) => sensitive);
    expect(fields.map(({ name }) => name)).toEqual(['accountNumber']);
  });

  it.each([
    ['place-order', 'order', 'create', 'placement'],
    ['save-record', 'record', 'update', 'saving'],
    ['delete-record', 'record', 'remove', 'deletion'],
    ['cancel-order', 'order', 'act', 'cancellation'],
    ['change-address', 'order', 'act', 'address-change'],
    ['raise-alert', 'reading', 'act', 'alert'],
    ['share-document', 'share', 'create', 'document'],
    ['frobnicate', 'order', 'act', 'frobnicate'],
  ])('takes %s of a %s for "%s", as in /%s', (action, record, deal, noun) => {
    expect(dealOf(action, record)).toBe(deal);
    expect(nounOf(action, record)).toBe(noun);
  });

  it('says in the past what an action did', () => {
    const actions = ['place order', 'cancel order', 'checkout', 'notify buyer', 'ship parcel'];
    expect(actions.map((action) => happened(action, 'order'))).toEqual([
      'order placed',
      'order cancelled',
      'checkout completed',
      'buyer notified',
      'parcel shipped',
    ]);
  });
});

describe('what is decided shapes what is built', () => {
  it('lets an orchestrator ask for each step, and for its undoing', () => {
    const flow = services.flows.find(({ id }) => id === 'place-order');
    expect(flow?.steps.map(({ role }) => role)).toEqual([
      'undoable',
      'undoable',
      'undoable',
      'pivot',
    ]);
    const ids = services.messages.map(({ id }) => id);
    expect(ids).toContain('place-order-reserve-the-stock');
    expect(ids).toContain('place-order-release-the-stock');
    const orders = services.deployables.find(({ modules }) => modules.includes('orders'));
    expect(orders?.helpers.map(({ kind }) => kind)).toContain('saga-orchestrator');
  });

  it('lets the events of a choreographed saga start each other', () => {
    const { messages } = built(shop, {
      ...shopPins,
      transactions: 'choreographed-saga',
    }).architecture;
    const reserved = messages.find(({ id }) => id === 'place-order-stock-reserved');
    expect(reserved).toMatchObject({ from: 'inventory', to: ['payments'] });
    expect(messages.find(({ id }) => id === 'place-order-failed')).toMatchObject({
      from: 'shipping',
    });
  });

  it('goes on, and does not go back, once something is taken back', () => {
    const flow = services.flows.find(({ id }) => id === 'cancel-order');
    expect(flow?.steps.map(({ role }) => role)).toEqual(['pivot', 'retried', 'retried']);
  });

  it('carries a key only where repeats are told apart by one', () => {
    const kinds = (idempotency: 'natural' | 'key') =>
      operation(built({}, { idempotency }).architecture, 'createRecord')?.repeatable;
    expect([kinds('natural'), kinds('key')]).toEqual(['no', 'key']);
  });

  it('answers what lasts hours later, and says where to ask', () => {
    const action = {
      name: 'approve record',
      capabilities: ['records'],
      branches: false,
      lastsHours: true,
      undoable: true,
    };
    const answers = { 'across-parts': { actions: [action] } } as const;
    const long = built(answers, { 'long-operation': 'status' }).architecture;
    expect(operation(long, 'approveRecord')?.later).toBe(true);
    expect(operation(long, 'readApproveRecordStatus')?.path).toBe('/records/{recordId}/approval');
    const short = built(answers, { 'long-operation': 'wait' }).architecture;
    expect(operation(short, 'approveRecord')?.later).toBe(false);
  });

  it('keeps nothing that is confidential or has to be right at once', () => {
    const kept = operationsOf(services).filter(({ cache }) => cache !== undefined);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ capability }) => capability === 'payments')).toEqual([]);
    expect(operationsOf(built({}).architecture).filter(({ cache }) => cache !== undefined)).toEqual(
      [],
    );
  });

  it('lets news end what is kept', () => {
    const cache = operation(services, 'readProduct')?.cache;
    expect(cache).toMatchObject({ invalidation: 'event', endedBy: ['product-changed'] });
    expect(operation(services, 'updateProduct')?.publishes).toContain('product-changed');
  });

  it('lets a customer touch nobody else’s orders, and nobody but staff the stock', () => {
    const policies = built(shop, { ...shopPins, authorization: 'roles' }).architecture.policies;
    expect(policies.find(({ id }) => id === 'orders-read-customer')?.condition).toBe('owner');
    expect(policies.find(({ id }) => id === 'catalog-read-anybody')?.condition).toBe('none');
    expect(policies.filter(({ id }) => /^inventory-.*-(?:customer|anybody)$/u.test(id))).toEqual(
      [],
    );
  });

  it('waits for an outside system a little longer than it usually takes', () => {
    const call = services.connections.find(({ to }) => to === 'outside-card-network');
    expect(call?.kind === 'sync' && call.timeoutMs).toBeLessThanOrEqual(800);
    expect(call).toMatchObject({ from: 'payments-service', breaker: true });
  });

  it('pages by burn rate where people share the nights, and never where they do not', () => {
    const burns = services.alerts.filter(({ about }) => about.kind === 'burn');
    expect(burns.some(({ severity }) => severity === 'page')).toBe(true);
    expect(new Set(burns.map(({ about }) => about.kind === 'burn' && about.rate))).toEqual(
      new Set([14.4, 6, 1]),
    );
    const { alerts } = built({}).architecture;
    expect(alerts.filter(({ severity }) => severity === 'page')).toEqual([]);
  });

  it('promises outside what was asked for, and more of what is only called', () => {
    const objective = (id: string) =>
      services.slos.find((slo) => slo.id === `${id}-availability`)?.objectivePercent ?? 0;
    expect(objective('web-bff')).toBe(99.95);
    const clients = { clients: ['web', 'mobile'], clientNeeds: 'very-different' } as const;
    const { slos } = built({ ...shop, clients }, shopPins).architecture;
    const inner =
      slos.find(({ id }) => id === 'orders-service-availability')?.objectivePercent ?? 0;
    expect(inner).toBeGreaterThan(99.95);
  });

  it('puts a pooler in front where replicas would hold too many connections', () => {
    const store = services.stores.find(({ id }) => id === 'catalog-service-db');
    const catalog = services.deployables.find(({ id }) => id === 'catalog-service');
    expect((catalog?.replicas ?? 0) * (catalog?.pool ?? 0)).toBeGreaterThan(90);
    expect(store?.connections?.pooler).toBe(90);
  });
});

describe('what is built, where names or numbers are odd', () => {
  it('tells the API for a client from that of a capability that is called the same', () => {
    const { apis } = built(
      {
        building: { building: 'events' },
        clients: { clients: ['partners', 'devices'], clientNeeds: 'very-different' },
      },
      { style: 'service-based', bff: 'per-client' },
    ).architecture;
    const ids = apis.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['devices-api', 'api-for-devices']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets a caller send whole requests at once, even where it may send less than one a second', () => {
    const { rateLimits } = built({
      latency: { p95Ms: 60_000, workMs: 2000 },
      load: { peakNow: 0, peakLater: 0 },
    }).architecture;
    expect(rateLimits.map(({ perSecond }) => perSecond < 1)).toContain(true);
    for (const { burst } of rateLimits) expect(Number.isInteger(burst)).toBe(true);
  });
});

describe('the builder', () => {
  it('builds the same for the same answers', () => {
    fc.assert(
      fc.property(anyState, ({ answers, pins }) => {
        expect(built(answers, pins).architecture).toEqual(built(answers, pins).architecture);
      }),
      { numRuns: 50 },
    );
  });
});
