import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  after,
  before,
  beforeEach,
  describe,
  it,
} from 'node:test';
import { clientOf, type Answer, type Send } from './client.ts';
import { etagOf, judge } from './conditional.ts';
import { OrdersApi } from './orders-api.ts';

const order = { items: ['tea'], note: '' };
const path = '/orders/7';
let server: Server;
let send: Send;
let api: OrdersApi;

before(async () => {
  server = createServer((request, response) =>
    api.handle(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  send = clientOf((server.address() as AddressInfo).port);
});
after(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  api = new OrdersApi({ careful: true });
  api.orders.put('7', order);
});

function put(
  headers: Record<string, string>,
  body: unknown = order,
) {
  return send({ method: 'PUT', path, headers, body });
}

function problem({ body }: Answer) {
  return body as {
    type: string;
    status: number;
    errors?: unknown;
  };
}

describe('a version', () => {
  it('has a tag, and each change gives another', async () => {
    const read = await send({ method: 'GET', path });
    assert.equal(read.headers['etag'], '"1"');
    const changed = await put({ 'if-match': '"1"' });
    assert.equal(changed.status, 200);
    assert.equal(changed.headers['etag'], '"2"');
  });

  it('is not sent again to who has it', async () => {
    const headers = { 'if-none-match': 'W/"1", "9"' };
    const read = await send({ method: 'GET', path, headers });
    assert.equal(read.status, 304);
    assert.equal(read.headers['etag'], '"1"');
    assert.equal(read.body, undefined);
  });

  it('never has the tag of an order that was deleted', async () => {
    const headers = { 'if-match': '"1"' };
    await send({ method: 'DELETE', path, headers });
    const made = await put({ 'if-none-match': '*' });
    assert.equal(made.status, 201);
    assert.notEqual(made.headers['etag'], '"1"');
  });
});

describe('a change', () => {
  it('of an old version is refused and changes nothing', async () => {
    await put({ 'if-match': '"1"' }, { items: ['of ann'] });
    const late = await put({ 'if-match': '"1"' });
    assert.equal(late.status, 412);
    assert.equal(problem(late).type, '/problems/stale');
    assert.equal(late.headers['etag'], '"2"');
    assert.deepEqual(api.orders.get('7')?.items, ['of ann']);
  });

  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    it(`by ${method} that names no version is refused`, async () => {
      const answer = await send({ method, path, body: order });
      assert.equal(answer.status, 428);
      assert.equal(problem(answer).type, '/problems/blind');
      assert.equal(api.orders.get('7')?.version, 1);
    });
  }

  it('of any version passes where nobody requires one', async () => {
    api = new OrdersApi({ careful: false });
    api.orders.put('7', order);
    assert.equal((await put({})).status, 200);
  });

  it('merges a patch: null removes, the rest stays', async () => {
    const headers = { 'if-match': '"1"' };
    const patch = { note: 'ring twice' };
    await send({ method: 'PATCH', path, headers, body: patch });
    assert.equal(api.orders.get('7')?.note, 'ring twice');
    assert.deepEqual(api.orders.get('7')?.items, ['tea']);
    const clear = { method: 'PATCH', path, body: { note: null } };
    await send({ ...clear, headers: { 'if-match': '"2"' } });
    assert.equal(api.orders.get('7')?.note, '');
  });

  it('is judged before its body is read', async () => {
    assert.equal(
      (await put({ 'if-match': '"0"' }, {})).status,
      412,
    );
    assert.equal(
      (await put({ 'if-match': '"1"' }, {})).status,
      422,
    );
  });
});

describe('making an order', () => {
  it('by POST twice makes two', async () => {
    const sent = { method: 'POST', path: '/orders', body: order };
    const [first, second] = [await send(sent), await send(sent)];
    assert.equal(first.status, 201);
    assert.equal(first.headers['location'], '/orders/1');
    assert.equal(second.headers['location'], '/orders/2');
    assert.equal(api.orders.count(), 3);
  });

  it('by PUT with If-None-Match twice makes one', async () => {
    const headers = { 'if-none-match': '*' };
    const sent = {
      method: 'PUT',
      path: '/orders/cart-42',
      headers,
      body: order,
    };
    assert.equal((await send(sent)).status, 201);
    const again = await send(sent);
    assert.equal(again.status, 412);
    assert.equal(problem(again).type, '/problems/exists');
    assert.equal(api.orders.count(), 2);
  });
});

describe('a refusal', () => {
  const json = { 'content-type': 'application/json' };
  const cases = [
    ['GET', '/orders/8', {}, undefined, 404],
    [
      'DELETE',
      '/orders/8',
      { 'if-match': '"1"' },
      undefined,
      404,
    ],
    ['GET', '/nothing', {}, undefined, 404],
    ['GET', '/orders/UPPER', {}, undefined, 404],
    ['DELETE', '/orders', {}, undefined, 405],
    [
      'POST',
      '/orders',
      { 'content-type': 'text/plain' },
      order,
      415,
    ],
    ['PATCH', path, { ...json, 'if-match': '"1"' }, order, 415],
    ['POST', '/orders', {}, { items: [] }, 422],
    ['POST', '/orders', {}, 'text', 422],
    ['POST', '/orders', {}, { items: ['x'.repeat(20_000)] }, 413],
    ['GET', '/orders?limit=0', {}, undefined, 400],
    ['GET', '/orders?after=9', {}, undefined, 400],
  ] as const;
  for (const [method, at, headers, body, status] of cases) {
    it(`${status} of ${method} ${at} is a problem`, async () => {
      const answer = await send({
        method,
        path: at,
        headers,
        body,
      });
      assert.equal(answer.status, status);
      const type = answer.headers['content-type'];
      assert.equal(type, 'application/problem+json');
      assert.equal(problem(answer).status, status);
    });
  }

  it('names every field that is wrong', async () => {
    const body = { items: ['', 'tea'], note: 7, color: 'red' };
    const answer = await send({
      method: 'POST',
      path: '/orders',
      body,
    });
    assert.deepEqual(problem(answer).errors, [
      { pointer: '#/color', detail: 'is not known' },
      {
        pointer: '#/items/0',
        detail: 'needs 1 to 60 characters',
      },
      {
        pointer: '#/note',
        detail: 'takes at most 200 characters',
      },
    ]);
  });

  it('of a method names those that work', async () => {
    const answer = await send({
      method: 'DELETE',
      path: '/orders',
    });
    assert.equal(
      answer.headers['allow'],
      'GET, HEAD, POST, OPTIONS',
    );
    const asked = await send({ method: 'OPTIONS', path });
    assert.equal(asked.status, 204);
  });
});

it('a page links to the next, and the last to none', async () => {
  api.orders.put('8', order);
  api.orders.put('9', order);
  const first = await send({
    method: 'GET',
    path: '/orders?limit=2',
  });
  const next = '</orders?limit=2&after=8>; rel="next"';
  assert.equal(first.headers['link'], next);
  const last = await send({
    method: 'GET',
    path: '/orders?limit=2&after=8',
  });
  assert.equal(last.headers['link'], undefined);
  assert.deepEqual(last.body, {
    orders: [{ id: '9', ...order }],
  });
});

describe('the judgment', () => {
  const none = undefined;
  const cases = [
    ['PUT', '"1"', none, '"1"', 'go'],
    ['PUT', '"0", "1"', none, '"1"', 'go'],
    ['PUT', 'W/"1"', none, '"1"', 'stale'],
    ['PUT', '*', none, '"1"', 'go'],
    ['PUT', '*', none, none, 'stale'],
    ['PUT', '1', none, '"1"', 'stale'],
    ['PUT', none, '*', none, 'go'],
    ['PUT', none, '*', '"1"', 'stale'],
    ['PUT', none, 'W/"1"', '"1"', 'stale'],
    ['GET', none, '"1"', '"1"', 'not-modified'],
    ['GET', none, '"2"', '"1"', 'go'],
    ['GET', '"2"', '"1"', '"1"', 'stale'],
    ['HEAD', none, '*', '"1"', 'not-modified'],
    ['GET', none, none, '"1"', 'go'],
    ['DELETE', none, none, '"1"', 'blind'],
  ] as const;
  for (const [
    method,
    ifMatch,
    ifNoneMatch,
    current,
    is,
  ] of cases) {
    const said = `If-Match ${ifMatch}, If-None-Match ${ifNoneMatch}`;
    it(`of ${method}, ${said}, at ${current} is ${is}`, () => {
      const beliefs = { ifMatch, ifNoneMatch };
      assert.equal(judge(method, beliefs, current, true), is);
    });
  }

  it('takes a tag with a comma for one tag', () => {
    const beliefs = { ifMatch: '"a,b"', ifNoneMatch: undefined };
    assert.equal(judge('PUT', beliefs, '"a,b"', true), 'go');
    assert.equal(judge('PUT', beliefs, '"a"', true), 'stale');
    assert.equal(etagOf(3), '"3"');
  });
});
