import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
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
    const again = await send({ method: 'GET', path });
    assert.equal(again.headers['etag'], '"2"');
  });

  it('is told to POST and PATCH, never to PUT', async () => {
    const made = await put({ 'if-match': '"1"' });
    assert.equal(made.headers['etag'], undefined);
    const patch = { note: 'x' };
    const headers = { 'if-match': '"2"' };
    const sent = { method: 'PATCH', path, headers, body: patch };
    assert.equal((await send(sent)).headers['etag'], '"3"');
    const post = { method: 'POST', path: '/orders', body: order };
    assert.equal((await send(post)).headers['etag'], '"4"');
  });

  it('is told to HEAD, without the order', async () => {
    const head = await send({ method: 'HEAD', path });
    assert.equal(head.status, 200);
    assert.equal(head.headers['etag'], '"1"');
    assert.equal(head.body, undefined);
  });

  it('is not sent again to who has it', async () => {
    const headers = { 'if-none-match': 'W/"1", "9"' };
    const read = await send({ method: 'GET', path, headers });
    assert.equal(read.status, 304);
    assert.equal(read.headers['etag'], '"1"');
    assert.equal(read.headers['cache-control'], 'no-cache');
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
  it('of two at once with one tag is made once', async () => {
    const headers = { 'if-match': '"1"' };
    const both = await Promise.all(
      ['ann', 'ben'].map((note) =>
        put(headers, { ...order, note }),
      ),
    );
    const statuses = both.map(({ status }) => status);
    assert.deepEqual(statuses.toSorted(), [200, 412]);
    const winner = statuses[0] === 200 ? 'ann' : 'ben';
    assert.equal(api.orders.get('7')?.note, winner);
  });

  it('asked again after a lost answer looks stale', async () => {
    const sent = { ...order, note: 'mine' };
    await put({ 'if-match': '"1"' }, sent);
    assert.equal(
      (await put({ 'if-match': '"1"' }, sent)).status,
      412,
    );
    const read = await send({ method: 'GET', path });
    assert.deepEqual(read.body, { id: '7', ...sent });
  });

  it('that hangs up halfway changes nothing', async (t) => {
    const logged = t.mock.method(console, 'error', () => {});
    const { port } = server.address() as AddressInfo;
    const half = connect(port, 'localhost');
    const head = `PUT ${path} HTTP/1.1\r\nHost: api\r\n`;
    const rest = 'Content-Length: 99\r\n\r\n{"items"';
    half.write(`${head}If-Match: "1"\r\n${rest}`);
    const [arrived] = (await once(server, 'request')) as [
      IncomingMessage,
    ];
    half.destroy();
    await once(arrived, 'error');
    await send({ method: 'GET', path });
    assert.equal(api.orders.get('7')?.version, 1);
    assert.equal(logged.mock.callCount(), 0);
  });
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

  for (const body of [null, [], 'text', [{ note: 'x' }]]) {
    const said = JSON.stringify(body);
    it(`by a patch of ${said} would replace it: 422`, async () => {
      const headers = { 'if-match': '"1"' };
      const sent = { method: 'PATCH', path, headers, body };
      assert.equal((await send(sent)).status, 422);
      assert.equal(api.orders.get('7')?.version, 1);
    });
  }

  it('may repeat the id of its address, and no other', async () => {
    const same = { ...order, id: '7' };
    assert.equal(
      (await put({ 'if-match': '"1"' }, same)).status,
      200,
    );
    const other = { ...order, id: '8' };
    const answer = await put({ 'if-match': '"2"' }, other);
    assert.equal(answer.status, 422);
    const detail = 'must be 7, as in the address';
    const errors = [{ pointer: '#/id', detail }];
    assert.deepEqual(problem(answer).errors, errors);
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

  it('by POST never gives a name twice', async () => {
    const sent = { method: 'POST', path: '/orders', body: order };
    const first = await send(sent);
    const at = first.headers['location'] ?? '';
    const headers = { 'if-match': first.headers['etag'] ?? '' };
    await send({ method: 'DELETE', path: at, headers });
    const second = await send(sent);
    assert.notEqual(second.headers['location'], at);
  });

  it('of the largest kind is not too large', async () => {
    const items = Array<string>(50).fill('\u0001'.repeat(60));
    const body = { items, note: '\u0001'.repeat(200) };
    const text = JSON.stringify(body);
    assert.ok(text.length > 19_000);
    const sent = { method: 'POST', path: '/orders', body };
    assert.equal((await send(sent)).status, 201);
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
    ['POST', '/orders', {}, { ...order, id: '9' }, 422],
    [
      'POST',
      '/orders',
      { 'content-encoding': 'gzip' },
      order,
      415,
    ],
    ['POST', '/orders/7', {}, order, 405],
    ['GET', '//orders', {}, undefined, 404],
    ['GET', 'http://[', {}, undefined, 400],
    ['POST', '/orders', {}, { items: ['x'.repeat(20_000)] }, 413],
    ['GET', '/orders?limit=0', {}, undefined, 400],
    ['GET', '/orders?limit=1e1', {}, undefined, 400],
    ['GET', '/orders?after=x', {}, undefined, 400],
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
      const cache = answer.headers['cache-control'];
      assert.equal(cache, 'no-store');
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

  it('escapes the name of a field in its pointer', async () => {
    const body = { ...order, 'a/b~c d\ud800': 1 };
    const answer = await send({
      method: 'POST',
      path: '/orders',
      body,
    });
    const pointer = '#/a~1b~0c%20d%EF%BF%BD';
    const errors = [{ pointer, detail: 'is not known' }];
    assert.deepEqual(problem(answer).errors, errors);
  });

  it('meets a body that is not UTF-8', async () => {
    const latin1 = Buffer.from('{"items":["caf\xe9"]}', 'latin1');
    const { port } = server.address() as AddressInfo;
    const asked = request({
      port,
      method: 'POST',
      path: '/orders',
      headers: { 'content-type': 'application/json' },
    });
    asked.end(latin1);
    const [response] = (await once(asked, 'response')) as [
      IncomingMessage,
    ];
    response.resume();
    assert.equal(response.statusCode, 400);
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
    assert.equal(
      asked.headers['accept-patch'],
      'application/merge-patch+json',
    );
  });
});

it('pages go on where the last order of one is deleted', async () => {
  api.orders.put('8', order);
  api.orders.put('9', order);
  const page = '/orders?limit=2';
  const first = await send({ method: 'GET', path: page });
  api.orders.delete('8');
  const [, next = ''] =
    /^<(.+)>; rel="next"$/.exec(first.headers['link'] ?? '') ??
    [];
  const last = await send({ method: 'GET', path: next });
  assert.deepEqual(last.body, {
    orders: [{ id: '9', ...order }],
  });
});

it('a page links to the next, and the last to none', async () => {
  api.orders.put('8', order);
  api.orders.put('9', order);
  const first = await send({
    method: 'GET',
    path: '/orders?limit=2',
  });
  const next = '</orders?limit=2&after=2>; rel="next"';
  assert.equal(first.headers['link'], next);
  const last = await send({
    method: 'GET',
    path: '/orders?limit=2&after=2',
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
    ['PUT', '*', none, '"1"', 'blind'],
    ['DELETE', '*', none, '"1"', 'blind'],
    ['GET', '*', none, '"1"', 'go'],
    ['PUT', none, '"0"', '"1"', 'blind'],
    ['PUT', 'w/"1"', none, '"1"', 'stale'],
    ['PUT', 'x"1"', none, '"1"', 'stale'],
    ['GET', none, 'x"1"', '"1"', 'go'],
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

  it('takes any condition where nobody requires one', () => {
    const any = { ifMatch: '*', ifNoneMatch: undefined };
    assert.equal(judge('PUT', any, '"1"', false), 'go');
    assert.equal(judge('PUT', any, undefined, false), 'stale');
  });

  it('takes a tag with a comma for one tag', () => {
    const beliefs = { ifMatch: '"a,b"', ifNoneMatch: undefined };
    assert.equal(judge('PUT', beliefs, '"a,b"', true), 'go');
    assert.equal(judge('PUT', beliefs, '"a"', true), 'stale');
    assert.equal(etagOf(3), '"3"');
  });
});
