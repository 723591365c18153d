import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import DataLoader from 'dataloader';
import { getOperationAST, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { Random, VirtualClock, World } from '#lab';
import { weigh } from './cost.ts';
import { Database } from './database.ts';
import { careless, Topic } from './events.ts';
import { idOf, overHttp, store } from './http.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import {
  byId,
  listOf,
  loaders,
  naive,
  NoRowError,
} from './loaders.ts';
import type { Data } from './loaders.ts';
import { shopSchema } from './schema.ts';
import type { Change, Context } from './schema.ts';
import { ask, follow, pass } from './server.ts';
import type { Asked, Server } from './server.ts';
import { Shop } from './shop.ts';
import type { Viewer } from './shop.ts';
import { CANCEL, CRAWLER, FOLLOW, SCREEN } from './visits.ts';
import { SharedCache, WINDOW } from './window.ts';

const ANN: Viewer = { name: 'Ann' };
const BEN: Viewer = { name: 'Ben' };
const limits = { cost: 500, depth: 8, tokens: 200, listSize: 20 };

/** A shop behind a server, in a time of its own. */
function setUp({
  orders = 8,
  items = 3,
  strict = false,
  dataOf = loaders,
  listen = (
    topic: Topic<Change>,
    concerns: (one: Change) => boolean,
  ) => topic.subscribe(concerns) as AsyncIterable<Change>,
} = {}) {
  const clock = new VirtualClock();
  const world = new World('test', clock, new Random(1));
  const database = new Database(world, { pool: 4, queryMs: 10 });
  const shop = new Shop(database, { orders, items });
  const changes = new Topic<Change>();
  let contexts = 0;
  const server: Server = {
    schema: shopSchema(strict),
    limits,
    contextOf: (viewer): Context => {
      contexts += 1;
      return {
        viewer,
        shop,
        data: dataOf(shop, viewer),
        publish: (change) => changes.publish(change),
        listen: (concerns) => listen(changes, concerns),
      };
    },
  };
  const asks = (viewer: Viewer, asked: Asked) =>
    clock.run(() => ask(server, viewer, asked));
  const screen = (viewer: Viewer) =>
    asks(viewer, {
      source: SCREEN,
      variables: { orders, items },
    });
  const cancel = (viewer: Viewer, id: string) =>
    asks(viewer, { source: CANCEL, variables: { id } });
  const made = () => contexts;
  return {
    clock,
    database,
    shop,
    changes,
    server,
    asks,
    screen,
    cancel,
    made,
  };
}

/** As a client gets it: objects of graphql have no prototype. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value));

const emailsIn = ({ data }: ExecutionResult): unknown[] => {
  const { orders } = data as unknown as {
    orders: { customer: { email: string | null } }[];
  };
  return orders.slice(0, 4).map(({ customer }) => customer.email);
};

describe('a screen of orders', () => {
  for (const [orders, items] of [
    [4, 1],
    [8, 3],
    [20, 8],
  ] as const)
    it(`of ${orders} × ${items} takes 1 + 2N + N·M queries, or 4`, async () => {
      const alone = setUp({ orders, items, dataOf: naive });
      await alone.screen(ANN);
      assert.equal(
        alone.database.queries,
        1 + 2 * orders + orders * items,
      );
      const batched = setUp({ orders, items });
      await batched.screen(ANN);
      assert.equal(batched.database.queries, 4);
    });

  it('is the same either way', async () => {
    assert.deepEqual(
      await setUp().screen(ANN),
      await setUp({ dataOf: naive }).screen(ANN),
    );
  });
});

describe('a loader by id', () => {
  it('puts rows in the order of the keys, whatever comes', async () => {
    const loader = byId(async () => [{ id: 'b' }, { id: 'a' }]);
    const rows = await loader.loadMany(['a', 'gone', 'b']);
    assert.deepEqual(rows[0], { id: 'a' });
    assert.ok(rows[1] instanceof NoRowError);
    assert.deepEqual(rows[2], { id: 'b' });
  });

  it('asks for each key once', async () => {
    const asked: (readonly string[])[] = [];
    const loader = byId(async (ids) => {
      asked.push(ids);
      return ids.map((id) => ({ id }));
    });
    await Promise.all(
      ['a', 'b', 'a'].map((id) => loader.load(id)),
    );
    await loader.load('b');
    assert.deepEqual(asked, [['a', 'b']]);
  });

  it('makes two batches where one caller is a step behind', async () => {
    let batches = 0;
    const loader = byId(async (ids) => {
      batches += 1;
      return ids.map((id) => ({ id }));
    });
    const late = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return loader.load('b');
    };
    await Promise.all([loader.load('a'), late()]);
    assert.equal(batches, 2);
  });

  it('keeps the error of a key until it is cleared', async () => {
    let batches = 0;
    const loader = byId(async () => {
      batches += 1;
      return batches === 1 ? [] : [{ id: 'a' }];
    });
    await assert.rejects(loader.load('a'), NoRowError);
    await assert.rejects(loader.load('a'), NoRowError);
    loader.clear('a');
    assert.deepEqual(await loader.load('a'), { id: 'a' });
    assert.equal(batches, 2);
  });

  it('does not keep that a whole batch failed', async () => {
    let batches = 0;
    const loader = byId(async () => {
      batches += 1;
      if (batches === 1) throw new Error('no connection');
      return [{ id: 'a' }];
    });
    await assert.rejects(loader.load('a'), /no connection/);
    assert.deepEqual(await loader.load('a'), { id: 'a' });
  });

  it('must return as many values as keys', async () => {
    const short = new DataLoader<string, string>(async () => [
      'one',
    ]);
    const both = [short.load('a'), short.load('b')];
    for (const one of both)
      await assert.rejects(one, /same length/);
  });

  it('in another order gives each the row of another', async () => {
    const rows = [{ id: 'b' }, { id: 'a' }];
    const wrong = new DataLoader<string, { id: string }>(
      async () => rows,
    );
    const [a] = await Promise.all([
      wrong.load('a'),
      wrong.load('b'),
    ]);
    assert.equal(a.id, 'b');
  });
});

describe('a loader of lists', () => {
  it('keeps lists of different lengths apart, in one query', async () => {
    const asked: unknown[] = [];
    const rows = ['a1', 'a2', 'b1', 'b2'];
    const loader = listOf(
      (row: string) => row.charAt(0),
      async (ids, first) => {
        asked.push([ids, first]);
        return rows;
      },
    );
    const lists = await Promise.all([
      loader.load({ id: 'a', first: 1 }),
      loader.load({ id: 'a', first: 2 }),
      loader.load({ id: 'b', first: 1 }),
      loader.load({ id: 'c', first: 9 }),
    ]);
    assert.deepEqual(lists, [['a1'], ['a1', 'a2'], ['b1'], []]);
    assert.deepEqual(asked, [[['a', 'b', 'c'], 9]]);
  });
});

describe('an address', () => {
  it('is shown to the clerk of its customer only', async () => {
    const { screen } = setUp();
    const [c1, , c3] = [
      'c1@mail.example',
      null,
      'c3@mail.example',
    ];
    assert.deepEqual(emailsIn(await screen(ANN)), [
      c1,
      null,
      c3,
      null,
    ]);
    assert.deepEqual(emailsIn(await screen(BEN)), [
      null,
      'c2@mail.example',
      null,
      'c4@mail.example',
    ]);
  });

  it('leaks through loaders that outlive a request', async () => {
    let first: Data | undefined;
    const { screen } = setUp({
      dataOf: (shop, viewer) => (first ??= loaders(shop, viewer)),
    });
    const ofAnn = emailsIn(await screen(ANN));
    assert.deepEqual(emailsIn(await screen(BEN)), ofAnn);
    assert.equal(ofAnn[0], 'c1@mail.example');
  });
});

describe('a cost', () => {
  const { server } = setUp();
  const { schema } = server;
  const costOf = (source: string, variables = {}) => {
    const document = parse(source);
    const operation = getOperationAST(document);
    const root =
      operation && schema.getRootType(operation.operation);
    if (!root) throw new Error('no operation');
    const scale = { schema, document, variables, listSize: 20 };
    return weigh(operation.selectionSet, root, scale);
  };

  it('is the number of objects asked for', () => {
    const variables = { orders: 8, items: 3 };
    const { cost, depth } = costOf(SCREEN, variables);
    assert.equal(cost, 8 + 8 + 8 * 3 + 8 * 3);
    assert.equal(depth, 4);
  });

  it('multiplies from list to list', () => {
    const { cost, depth } = costOf(CRAWLER);
    assert.equal(cost, 10 + 10 + 100 + 100 + 1000);
    assert.equal(depth, 6);
  });

  it('counts each alias', () => {
    const one = '{ a: orders(first: 5) { id } }';
    const two =
      '{ a: orders(first: 5) { id } b: orders(first: 7) { id } }';
    assert.equal(costOf(one).cost, 5);
    assert.equal(costOf(two).cost, 12);
  });

  it('counts fragments, named or not, where they are', () => {
    const named =
      '{ orders(first: 3) { ...f } } fragment f on Order { customer { id } }';
    const inline =
      '{ orders(first: 3) { ... on Order { customer { id } } ... { id } } }';
    assert.equal(costOf(named).cost, 6);
    assert.equal(costOf(inline).cost, 6);
  });

  it('takes the default of the schema for a size unsaid', () => {
    assert.equal(costOf('{ orders { id } }').cost, 20);
  });

  it('weighs a fragment once, however often it is spread', () => {
    const levels = 40; // without memory it would not end
    const bomb = Array.from({ length: levels }, (_, n) =>
      n === levels - 1
        ? `fragment f${n} on Query { orders(first: 1) { id } }`
        : `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`,
    );
    const { cost } = costOf(`{ ...f0 } ${bomb.join(' ')}`);
    assert.equal(cost, 2 ** (levels - 1));
  });

  it('is none for the kinds in a union', () => {
    const { cost } = costOf(CANCEL, { id: 'o3' });
    assert.equal(cost, 2); // the result, and its order
  });
});

describe('a request that is refused', () => {
  const refusals: [string, Asked, RegExp][] = [
    ['too costly', { source: CRAWLER }, /cost 1220, limit 500/],
    [
      'too deep',
      {
        source: `{ orders(first: 1) ${'{ customer { orders(first: 1) '.repeat(4)}{ id }${'} }'.repeat(4)} }`,
      },
      /depth 10, limit 8/,
    ],
    ['no GraphQL', { source: '{ orders {' }, /Syntax Error/],
    [
      'too long',
      { source: `{ ${'orders { id } '.repeat(60)} }` },
      /more tha. 200 tokens/,
    ],
    ['not valid', { source: '{ order { id } }' }, /Cannot query/],
    [
      'a circle of fragments',
      {
        source:
          '{ orders { ...f } } fragment f on Order { customer { orders { ...f } } }',
      },
      /Cannot spread fragment/,
    ],
    [
      'a wrong variable',
      { source: SCREEN, variables: { orders: 'x', items: 1 } },
      /got invalid value "x"/,
    ],
    [
      'null where none may be',
      {
        source: 'query ($n: Int) { orders(first: $n) { id } }',
        variables: { n: null },
      },
      /must not be null/,
    ],
    [
      'one of two operations',
      {
        source:
          'query a { orders { id } } query b { orders { id } }',
      },
      /Send one operation/,
    ],
  ];
  for (const [what, asked, message] of refusals)
    it(`as ${what} has no data and asks for no row`, async () => {
      const { asks, database, made } = setUp();
      const answer = await asks(ANN, asked);
      assert.match(answer.errors?.[0]?.message ?? '', message);
      assert.ok(!('data' in answer));
      assert.equal(database.queries, 0);
      assert.equal(made(), 0);
    });

  it('says so in a code, which a program can read', () => {
    const passed = pass(setUp().server, { source: CRAWLER });
    const [error] = 'errors' in passed ? passed.errors : [];
    assert.equal(error?.extensions['code'], 'TOO_COSTLY');
  });

  it('is one in its field where a page is too long', async () => {
    const source = '{ orders(first: 51) { id } }';
    const answer = await setUp().asks(ANN, { source });
    const [error] = answer.errors ?? [];
    assert.equal(error?.extensions['code'], 'BAD_PAGE');
    assert.equal(answer.data, null);
  });
});

describe('a product whose stock is not known', () => {
  it('is null at its place, and the rest is there', async () => {
    const { data, errors } = await setUp().screen(ANN);
    const { orders } = data as unknown as {
      orders: {
        items: { product: { stock: number | null } }[];
      }[];
    };
    const missing = orders.flatMap((order, at) =>
      order.items.flatMap(({ product }, n) =>
        product.stock === null
          ? [['orders', at, 'items', n, 'product', 'stock']]
          : [],
      ),
    );
    assert.equal(orders.length, 8);
    assert.equal(missing.length, 5);
    const paths = errors?.map(({ path }) => path);
    assert.deepEqual(
      paths?.map(String).toSorted(),
      missing.map(String).toSorted(),
    );
  });

  it('takes all with it where each field above is non-null', async () => {
    const answer = await setUp({ strict: true }).screen(ANN);
    assert.equal(answer.data, null);
    assert.equal(answer.errors?.length, 1);
  });

  it('does not stop what is under way for nobody', async () => {
    const { clock, screen, database } = setUp({
      strict: true,
      dataOf: naive,
    });
    await screen(ANN);
    const atAnswer = database.queries;
    await clock.run(() => clock.sleep(1_000));
    assert.ok(atAnswer < 41);
    assert.equal(database.queries, 41);
  });
});

describe('an error', () => {
  const failing = (error: Error) =>
    setUp({
      dataOf: (shop, viewer) => ({
        ...loaders(shop, viewer),
        product: () => Promise.reject(error),
      }),
    }).asks(ANN, { source: '{ product(id: "p1") { name } }' });

  it('that nobody expected does not show its text', async () => {
    const bug = new Error('column "secret" does not exist');
    const { data, errors } = await failing(bug);
    assert.deepEqual(plain(data), { product: null });
    assert.equal(errors?.[0]?.message, 'Something went wrong.');
    assert.deepEqual(errors[0].path, ['product']);
    assert.doesNotMatch(JSON.stringify(errors), /secret/);
  });

  it('that was meant for the client does', async () => {
    const answer = await failing(new NoRowError('p9'));
    const [error] = answer.errors ?? [];
    assert.equal(error?.message, 'there is no p9');
  });
});

describe('a mutation', () => {
  const resultOf = ({ data }: ExecutionResult) =>
    plain(data?.['cancelOrder']) as Record<string, unknown>;

  it('says by a type what has come of it', async () => {
    const { cancel } = setUp();
    assert.deepEqual(resultOf(await cancel(ANN, 'o3')), {
      __typename: 'OrderCancelled',
      order: { status: 'CANCELLED' },
    });
    const shipped = resultOf(await cancel(ANN, 'o1'));
    assert.equal(shipped['__typename'], 'OrderShipped');
    assert.match(`${shipped['message']}`, /send it back/);
  });

  it('does not tell whether an order of others exists', async () => {
    const { cancel } = setUp();
    const others = resultOf(await cancel(ANN, 'o2'));
    assert.equal(others['__typename'], 'OrderUnknown');
    assert.deepEqual(resultOf(await cancel(ANN, 'o99')), others);
    const own = resultOf(await cancel(BEN, 'o2'));
    assert.equal(own['__typename'], 'OrderCancelled');
  });

  it('makes its fields one after the other', async () => {
    const { asks, clock, database } = setUp();
    const one = (id: string) =>
      `${id}: cancelOrder(input: { id: "${id}" }) { __typename }`;
    const startMs = clock.now();
    const { errors } = await asks(ANN, {
      source: `mutation { ${one('o3')} ${one('o7')} }`,
    });
    assert.equal(errors, undefined);
    assert.equal(database.queries, 2);
    assert.ok(clock.now() - startMs >= 18); // two of 10 ms − 10 %
  });
});

describe('a subscription', () => {
  /** Follows as Ann, and tells what she heard. */
  async function following(at: ReturnType<typeof setUp>) {
    const heard: unknown[] = [];
    const ann = await follow(
      at.server,
      ANN,
      { source: FOLLOW },
      ({ data }) => heard.push(data?.['orderChanged']),
    );
    return { ann, heard };
  }
  const turn = () =>
    new Promise<void>((resolve) => setImmediate(resolve));

  it('hears of the orders that its viewer may see', async () => {
    const at = setUp();
    const { ann, heard } = await following(at);
    await at.cancel(BEN, 'o2');
    await at.cancel(ANN, 'o3');
    await ann.leave();
    await ann.ended;
    assert.deepEqual(plain(heard), [
      { id: 'o3', status: 'CANCELLED' },
    ]);
  });

  it('ends when the client leaves, and nobody listens', async () => {
    const at = setUp();
    const { ann } = await following(at);
    await turn();
    assert.equal(at.changes.listeners, 1);
    await ann.leave();
    await ann.ended;
    assert.equal(at.changes.listeners, 0);
  });

  it('made of a generator ends with the next event only', async () => {
    const at = setUp({ listen: careless });
    const { ann, heard } = await following(at);
    await turn();
    const left = ann.leave();
    await turn();
    assert.equal(at.changes.listeners, 1);
    await at.cancel(ANN, 'o3');
    await Promise.all([left, ann.ended]);
    assert.equal(at.changes.listeners, 0);
    assert.deepEqual(heard, []); // it has left long ago
  });

  it('has loaders of its own for each event', async () => {
    const at = setUp();
    const { ann } = await following(at);
    const before = at.made();
    await at.cancel(ANN, 'o3');
    await at.cancel(ANN, 'o7');
    await turn();
    assert.equal(at.made() - before, 2 + 2); // asked, and heard
    await ann.leave();
    await ann.ended;
  });

  it('answers with the variables it was asked with', async () => {
    const at = setUp();
    const heard: unknown[] = [];
    const source = `subscription ($items: Int!) {
      orderChanged { items(first: $items) { quantity } }
    }`;
    const asked = { source, variables: { items: 2 } };
    const ann = await follow(at.server, ANN, asked, (answer) =>
      heard.push(plain(answer)),
    );
    await at.cancel(ANN, 'o3');
    await at.clock.run(() => at.clock.sleep(100));
    const items = [{ quantity: 1 }, { quantity: 2 }];
    assert.deepEqual(heard, [
      { data: { orderChanged: { items } } },
    ]);
    await ann.leave();
    await ann.ended;
  });

  it('tells nothing to a client that left while it ran', async () => {
    const at = setUp();
    const heard: unknown[] = [];
    const source =
      'subscription { orderChanged { items { quantity } } }';
    const ann = await follow(at.server, ANN, { source }, (one) =>
      heard.push(one),
    );
    at.changes.publish({
      orderChanged: { id: 'o3', customerId: 'c3', status: 'NEW' },
    });
    await at.clock.run(async () => {
      await at.clock.sleep(5); // the query takes 10
      await ann.leave();
      await ann.ended;
    });
    assert.deepEqual(heard, []);
    assert.equal(at.changes.listeners, 0);
  });

  it('is not what a request without a stream gets', async () => {
    const at = setUp();
    const answer = await at.asks(ANN, { source: FOLLOW });
    const [error] = answer.errors ?? [];
    assert.equal(error?.extensions['code'], 'NEEDS_A_STREAM');
    assert.equal(at.changes.listeners, 0);
  });

  it('is all that can be followed', async () => {
    const at = setUp();
    const asked = { source: '{ orders { id } }' };
    await assert.rejects(
      follow(at.server, ANN, asked, () => {}),
      { extensions: { code: 'NO_SUBSCRIPTION' } },
    );
  });

  it('is not begun where it is not valid', async () => {
    const source = 'subscription { orderGone { id } }';
    const at = setUp();
    const begun = follow(at.server, ANN, { source }, () => {});
    await assert.rejects(begun, /Cannot query/);
    assert.equal(at.changes.listeners, 0);
  });
});

describe('a topic', () => {
  it('keeps what comes while its listener is busy', async () => {
    const topic = new Topic<number>();
    const events = topic.subscribe();
    for (const n of [1, 2]) topic.publish(n);
    assert.equal((await events.next()).value, 1);
    assert.equal((await events.next()).value, 2);
  });

  it('ends one that lags too far, and keeps no more', async () => {
    const topic = new Topic<number>();
    const events = topic.subscribe(() => true, 2);
    for (const n of [1, 2, 3]) topic.publish(n);
    assert.equal(topic.listeners, 0);
    assert.deepEqual(await events.next(), {
      done: true,
      value: undefined,
    });
  });

  it('ends for whoever throws into it', async () => {
    const topic = new Topic<number>();
    const events = topic.subscribe();
    const waiting = events.next();
    await assert.rejects(
      events.throw?.(new Error('gone')) ?? waiting,
      /gone/,
    );
    assert.equal((await waiting).done, true);
    assert.equal(topic.listeners, 0);
  });
});

describe('over HTTP', () => {
  const accept = 'application/graphql-response+json';
  const one = '{ product(id: "p1") { name } }';
  const unknown = '{ product(id: "p3") { name stock } }';
  const variables = { orders: 4, items: 1 };

  const documents = store([
    { source: WINDOW, publicForS: 60 },
    { source: unknown, publicForS: 60 },
    { source: SCREEN },
    { source: CANCEL },
  ]);
  const byHash = (source: string, given: object = {}) => {
    const query = new URLSearchParams({
      documentId: idOf(source),
      variables: JSON.stringify(given),
    });
    return { method: 'GET', url: `/graphql?${query}`, accept };
  };
  const byText = (body: unknown) => ({
    method: 'POST',
    url: '/graphql',
    contentType: 'application/json',
    accept,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

  function open(takesText = true) {
    const at = setUp();
    const endpoint = { server: at.server, documents, takesText };
    const cache = new SharedCache(at.clock);
    const asks = (viewer: Viewer, request: HttpRequest) =>
      at.clock.run(() =>
        cache.get(request, (asked) =>
          overHttp(endpoint, viewer, asked),
        ),
      );
    return { ...at, cache, asks };
  }
  const codeOf = ({ body }: HttpAnswer): unknown =>
    JSON.parse(body).errors?.[0]?.extensions?.code;

  it('names a document by the hash that the draft gives', () => {
    const text =
      'query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}';
    assert.equal(
      idOf(text),
      'sha256:7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e',
    );
  });

  const refusals: [string, HttpRequest, number, unknown?][] = [
    ['another method', { ...byText({}), method: 'PUT' }, 405],
    [
      'a form, which needs no preflight',
      { ...byText({ query: one }), contentType: 'text/plain' },
      415,
    ],
    ['no JSON', byText('{'), 400],
    ['a list of requests', byText([{ query: one }]), 422],
    ['no document', byText({}), 422, 'NO_DOCUMENT'],
    ['a text that is a number', byText({ query: 1 }), 422],
    [
      'variables in a list',
      byText({ query: one, variables: [7] }),
      422,
    ],
    ['no GraphQL', byText({ query: '{' }), 400],
    ['what is not valid', byText({ query: '{ no }' }), 422],
    ['too costly', byText({ query: CRAWLER }), 422, 'TOO_COSTLY'],
    [
      'an id that nobody stored',
      byHash('{ orders { id } }'),
      422,
      'UNKNOWN_DOCUMENT',
    ],
    [
      'a mutation by GET',
      byHash(CANCEL, { id: 'o3' }),
      405,
      'NOT_BY_GET',
    ],
    [
      'a subscription',
      byText({ query: FOLLOW }),
      422,
      'NEEDS_A_STREAM',
    ],
    [
      'another type',
      { ...byText({ query: one }), accept: 'text/html' },
      406,
    ],
  ];
  for (const [what, request, status, code] of refusals)
    it(`refuses ${what} with ${status}`, async () => {
      const { asks, database } = open();
      const answer = await asks(ANN, request);
      assert.equal(answer.status, status);
      assert.ok(!('data' in JSON.parse(answer.body)));
      if (code) assert.equal(codeOf(answer), code);
      const { 'cache-control': kept, allow } = answer.headers;
      assert.equal(kept, 'private, no-store');
      assert.equal(allow !== undefined, status === 405);
      assert.equal(database.queries, 0);
    });

  it('takes stored documents only, where it is told so', async () => {
    const { asks } = open(false);
    const answer = await asks(ANN, byText({ query: one }));
    assert.equal(answer.status, 403);
    const documentId = idOf(SCREEN);
    const stored = byText({ documentId, variables });
    assert.equal((await asks(ANN, stored)).status, 294);
  });

  it('answers a public document from the cache, for a minute', async () => {
    const { asks, cache, clock, database } = open();
    const request = byHash(WINDOW, { id: 'p1' });
    const first = await asks(ANN, request);
    assert.equal(first.status, 200);
    const { 'cache-control': kept } = first.headers;
    assert.equal(kept, 'public, max-age=60');
    assert.deepEqual(await asks(BEN, request), first);
    assert.equal(database.queries, 1);
    await clock.run(() => clock.sleep(60_000));
    await asks(BEN, request);
    assert.equal(database.queries, 2);
    assert.equal(cache.hits, 1);
  });

  it('keeps addresses with other variables apart', async () => {
    const { asks } = open();
    const [a, b] = [
      await asks(ANN, byHash(WINDOW, { id: 'p1' })),
      await asks(ANN, byHash(WINDOW, { id: 'p2' })),
    ];
    assert.notEqual(a.body, b.body);
  });

  it('keeps nothing for others that depends on the viewer', async () => {
    const { asks, cache } = open();
    const request = byHash(SCREEN, variables);
    const emails = async (viewer: Viewer) =>
      emailsIn(JSON.parse((await asks(viewer, request)).body));
    assert.equal((await emails(ANN))[0], 'c1@mail.example');
    assert.equal((await emails(BEN))[0], null);
    assert.equal(cache.hits, 0);
  });

  it('runs a public document as nobody', async () => {
    const at = setUp();
    const stored = store([{ source: SCREEN, publicForS: 60 }]);
    const endpoint = {
      server: at.server,
      documents: stored,
      takesText: false,
    };
    const { body } = await at.clock.run(() =>
      overHttp(endpoint, ANN, byHash(SCREEN, variables)),
    );
    const none = [null, null, null, null];
    assert.deepEqual(emailsIn(JSON.parse(body)), none);
  });

  it('says 294 to data with errors, and keeps none of it', async () => {
    const { asks, cache } = open();
    const request = byHash(unknown);
    const answer = await asks(ANN, request);
    assert.equal(answer.status, 294);
    await asks(ANN, request);
    assert.equal(cache.hits, 0);
  });

  it('says 200 to a client of the time before, in its type', async () => {
    const { asks } = open();
    const old = {
      ...byHash(unknown),
      accept: 'application/json',
    };
    const { status, headers } = await asks(ANN, old);
    assert.equal(status, 200);
    assert.match(
      `${headers['content-type']}`,
      /^application\/json;/,
    );
  });
});

describe('a shared cache', () => {
  it('keeps so many answers and no more', async () => {
    const cache = new SharedCache({ now: () => 0 }, 2);
    let asked = 0;
    const get = (url: string) =>
      cache.get({ method: 'GET', url }, async () => {
        asked += 1;
        const kept = { 'cache-control': 'public, max-age=9' };
        return { status: 200, headers: kept, body: url };
      });
    for (const url of ['/1', '/2', '/3', '/3', '/1'])
      await get(url);
    assert.equal(asked, 4);
  });
});
