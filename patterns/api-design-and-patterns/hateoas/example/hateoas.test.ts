import assert from 'node:assert/strict';
import {
  createServer,
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
import { changesOf } from './changes.ts';
import { FollowClient } from './clients.ts';
import {
  ForeignLinkError,
  HalClient,
  NotOfferedError,
} from './hal-client.ts';
import { expand, HAL, HAL_FORMS, pageOf } from './hal-page.ts';
import { sender, type Reply } from './http.ts';
import { OrderApi } from './order-api.ts';
import { release1, type Role, type Rules } from './rules.ts';
import { play, type Setting } from './story.ts';

const RELATIONS = 'https://shop.example/rels/';
const ROLES: readonly Role[] = ['buyer', 'clerk', 'depot'];
const clock = {
  ms: 0,
  now: () => clock.ms,
};
let server: Server;
let host: URL;
let api: OrderApi;

before(async () => {
  server = createServer((request, response) =>
    api.handle(request, response),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  host = new URL(`http://127.0.0.1:${port}/`);
});
after(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  clock.ms = 0;
  api = apiWith(release1);
});

function apiWith(rules: Rules): OrderApi {
  return new OrderApi({ rules, entryS: 10, overlapS: 15, clock });
}

/** Rules after the first changes of a kind. */
function rulesAfter(kind: number, count: number): Rules {
  return changesOf(kind, count).reduce(
    (rules, { apply }, index) => ({
      ...apply(rules),
      release: index + 2,
    }),
    release1,
  );
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly accept?: string;
}

function ask(
  token: string | undefined,
  path: string,
  { method = 'GET', body, accept = HAL_FORMS }: Call = {},
): Promise<Reply> {
  const asked = {
    method,
    url: new URL(path, host),
    rel: '',
    accept,
  };
  return sender(token)(
    body === undefined ? asked : { ...asked, body },
  );
}

async function placed(): Promise<string> {
  const path = pageOf(await ask('buyer', '/')).controls[0]
    ?.target;
  const body = {};
  const reply = await ask('buyer', path ?? '', {
    method: 'POST',
    body,
  });
  assert.equal(reply.status, 201);
  return reply.headers['location'] ?? '';
}

async function offers(role: Role, path: string) {
  return pageOf(await ask(role, path)).controls;
}

function filled({ blanks }: Rules['actions'][number]) {
  return Object.fromEntries(
    blanks.map(({ name, options }) => [name, options[0]]),
  );
}

describe('a page', () => {
  const url = new URL('http://shop.example/orders/7');
  const page = pageOf({
    url,
    body: {
      id: '7',
      _links: {
        curies: [
          {
            name: 'shop',
            href: `${RELATIONS}{rel}`,
            templated: true,
          },
        ],
        self: { href: '/orders/7' },
        'shop:Order': [{ href: '/orders/{id}', templated: true }],
      },
      _templates: {
        'shop:pay': { method: 'POST' },
        'shop:find': {},
      },
    },
  });

  it('spells relations out, in lower case', () => {
    assert.deepEqual(
      [...page.links.keys()],
      ['self', `${RELATIONS}order`],
    );
    assert.equal(page.controls[0]?.rel, `${RELATIONS}pay`);
  });

  it('takes GET, and itself, where a form says nothing', () => {
    assert.equal(page.controls[1]?.method, 'GET');
    assert.equal(page.controls[1]?.target, '/orders/7');
  });

  it('keeps data and controls apart', () => {
    assert.deepEqual(page.data, { id: '7' });
  });

  it('is refused where it is no HAL', () => {
    for (const body of [undefined, 'x', [], { _links: [] }]) {
      assert.throws(() => pageOf({ url, body }), TypeError);
    }
    const broken = { _links: { self: {} } };
    assert.throws(() => pageOf({ url, body: broken }), TypeError);
  });

  it('has templates of level 1 and says so of others', () => {
    const hello = { hello: 'Hello World!' };
    assert.equal(expand('/{hello}', hello), '/Hello%20World%21');
    assert.equal(expand('/a', {}), '/a');
    assert.throws(() => expand('/{id}', {}), TypeError);
    assert.throws(() => expand('/a{?q}', { q: '1' }), TypeError);
    for (const name of ['constructor', 'toString', '__proto__'])
      assert.throws(() => expand(`/{${name}}`, {}), TypeError);
  });
});

describe('a client that follows', () => {
  const asked: string[] = [];
  /** Answers in turn, by path. */
  function clientOf(
    answers: Readonly<Record<string, readonly Partial<Reply>[]>>,
  ): HalClient {
    asked.length = 0;
    const left = structuredClone(answers) as Record<
      string,
      Partial<Reply>[]
    >;
    const entry = new URL('http://shop.example/');
    const nothing = {
      status: 200,
      headers: {},
      body: {},
      bytes: 0,
    };
    return new HalClient({
      entry,
      clock,
      send: async ({ method, url, body }) => {
        const sent =
          body === undefined ? '' : JSON.stringify(body);
        const line = `${method} ${url.pathname}${url.search} ${sent}`;
        asked.push(line.trimEnd());
        const next = left[url.pathname]?.shift();
        await Promise.resolve();
        return { ...nothing, url, ...next };
      },
    });
  }
  const entryTo = (href: string, maxAgeS = 10) => ({
    headers: { 'cache-control': `private, max-age=${maxAgeS}` },
    body: { _links: { go: { href } } },
  });
  const go = (client: HalClient) =>
    client.start((entry) => client.follow(entry, 'go'));

  it('reads the entry again when it is stale, not before', async () => {
    const pages = [entryTo('/a'), entryTo('/a')];
    const client = clientOf({ '/': pages });
    await go(client);
    clock.ms = 9_999;
    await go(client);
    assert.deepEqual(asked, ['GET /', 'GET /a', 'GET /a']);
    clock.ms = 10_000;
    await go(client);
    assert.deepEqual(asked.slice(3), ['GET /', 'GET /a']);
  });

  it('starts again, once, where a kept entry leads nowhere', async () => {
    const client = clientOf({
      '/': [entryTo('/a'), entryTo('/b')],
      '/a': [{ status: 200 }, { status: 404 }],
    });
    await go(client);
    assert.equal((await go(client)).status, 200);
    assert.deepEqual(asked.slice(2), [
      'GET /a',
      'GET /',
      'GET /b',
    ]);
  });

  it('believes an entry that it has just read', async () => {
    const client = clientOf({
      '/': [entryTo('/a')],
      '/a': [{ status: 404 }],
    });
    assert.equal((await go(client)).status, 404);
    assert.deepEqual(asked, ['GET /', 'GET /a']);
  });

  it('does not ask again what was refused for another reason', async () => {
    const client = clientOf({
      '/': [entryTo('/a')],
      '/a': [{ status: 200 }, { status: 409 }],
    });
    await go(client);
    assert.equal((await go(client)).status, 409);
    assert.equal(asked.length, 3);
  });

  it('asks for nothing that was not offered', async () => {
    const client = clientOf({ '/': [entryTo('/a')] });
    const follow = client.start((entry) =>
      client.follow(entry, 'pay'),
    );
    await assert.rejects(follow, NotOfferedError);
    const submit = client.start((entry) =>
      client.submit(entry, 'pay', () => ''),
    );
    await assert.rejects(submit, NotOfferedError);
    assert.deepEqual(asked, ['GET /', 'GET /']);
  });

  it('looks for what is new in a new copy of the entry', async () => {
    const news = { _links: { pay: { href: '/p' } } };
    const client = clientOf({
      '/': [entryTo('/a'), { body: news }],
    });
    await go(client);
    const paid = await client.start((entry) =>
      client.follow(entry, 'pay'),
    );
    assert.equal(paid.status, 200);
    assert.deepEqual(asked.slice(2), ['GET /', 'GET /p']);
  });

  it('sends nothing to another host', async () => {
    for (const href of [
      'https://shop.example/a',
      'http://shop.example:81/a',
      '//evil.example/a',
    ]) {
      const client = clientOf({ '/': [entryTo(href)] });
      await assert.rejects(go(client), ForeignLinkError);
      assert.deepEqual(asked, ['GET /']);
    }
  });

  it('fills in the query where a form has no body', async () => {
    for (const [method, line] of [
      ['GET', 'GET /f?size=x+y%26'],
      ['DELETE', 'DELETE /f?size=x+y%26'],
      [undefined, 'GET /f?size=x+y%26'],
      ['POST', 'POST /f?old=1 {"size":"x y&"}'],
    ] as const) {
      const form = {
        ...(method && { method }),
        target: '/f?old=1',
        properties: [{ name: 'size' }],
      };
      const client = clientOf({
        '/': [{ body: { _templates: { find: form } } }],
      });
      await client.start((entry) =>
        client.submit(entry, 'find', () => 'x y&'),
      );
      assert.deepEqual(asked, ['GET /', line]);
    }
  });

  it('keeps no entry that must not be used unasked', async () => {
    for (const word of ['no-cache', 'no-store']) {
      const entry = {
        headers: { 'cache-control': `max-age=60, ${word}` },
        body: { _links: { go: { href: '/a' } } },
      };
      const client = clientOf({ '/': [entry, entry] });
      await go(client);
      await go(client);
      assert.equal(asked[2], 'GET /', word);
    }
  });

  it('draws no button for a form whose relation is not ours', async () => {
    const rel = `${RELATIONS}order`;
    const client = clientOf({
      '/': [{ body: { _links: { [rel]: { href: '/o/{id}' } } } }],
      '/o/7': [
        {
          body: {
            id: '7',
            _templates: {
              default: { method: 'POST' },
              [`${RELATIONS}pay`]: { method: 'POST' },
            },
          },
        },
      ],
    });
    const { seen } = await new FollowClient(client).open('7');
    assert.deepEqual(seen?.buttons, ['pay']);
  });

  it('says so where there is no entry', async () => {
    const client = clientOf({ '/': [{ status: 503 }] });
    await assert.rejects(go(client), /answers 503/);
  });
});

describe('the server', () => {
  it('does what it offers, and nothing else', async () => {
    for (const kind of [0, 4]) {
      await walk(rulesAfter(kind, 4));
    }
  });

  /** From state to state, with everybody trying everything. */
  async function walk(rules: Rules): Promise<void> {
    api = apiWith(rules);
    const path = await placed();
    for (let steps = 0; steps < 10; steps += 1) {
      let next:
        { role: Role; target: string; body: object } | undefined;
      for (const role of ROLES) {
        const shown = await offers(role, path);
        for (const action of rules.actions) {
          const rel = `${RELATIONS}${action.rel}`;
          const id = path.slice(path.lastIndexOf('/') + 1);
          const target = action.path.replace('{id}', id);
          const body = filled(action);
          if (shown.some((one) => one.rel === rel)) {
            if (action.key !== 'cancel')
              next = { role, target, body };
            continue;
          }
          const { status } = await ask(role, target, {
            method: 'POST',
            body,
          });
          assert.ok([403, 409].includes(status), `${status}`);
        }
      }
      if (!next) break;
      const { role, target, body } = next;
      const done = await ask(role, target, {
        method: 'POST',
        body,
      });
      assert.equal(done.status, 200);
    }
    const last = await ask('buyer', path, { accept: '*/*' });
    assert.deepEqual(
      Object.values(last.body as object)[1],
      'shipped',
    );
  }

  it('judges again what it has offered', async () => {
    const path = await placed();
    const pay = `${path}/payment`;
    await ask('buyer', pay, { method: 'POST', body: {} });
    const [cancel] = await offers('buyer', path);
    assert.equal(cancel?.title, 'Cancel');
    const ship = `${path}/shipment`;
    await ask('depot', ship, { method: 'POST', body: {} });
    const late = await ask('buyer', cancel?.target ?? '', {
      method: 'POST',
      body: {},
    });
    assert.equal(late.status, 409);
    assert.equal(
      late.headers['content-type'],
      'application/problem+json',
    );
    const { body } = await ask('buyer', path);
    assert.equal((body as { status: string }).status, 'shipped');
  });

  it('takes a client that leaves for no fault of its own', async (t) => {
    const logged = t.mock.method(console, 'error', () => {});
    const left = new Promise<void>((resolve) => {
      server.once('request', (request: IncomingMessage) => {
        request.once('close', resolve);
        client.destroy();
      });
    });
    const client = connect(Number(host.port), host.hostname);
    client.on('error', () => {});
    client.write(
      'POST /orders HTTP/1.1\r\nHost: a\r\n' +
        'Content-Length: 9\r\n\r\n{',
    );
    await left;
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(logged.mock.callCount(), 0);
  });

  it('gives each refusal its status', async () => {
    api = apiWith(rulesAfter(3, 1));
    const path = await placed();
    const post = { method: 'POST', body: {} };
    const statuses: readonly [number, Promise<Reply>][] = [
      [401, ask(undefined, `${path}/payment`, post)],
      [403, ask('clerk', `${path}/payment`, post)],
      [409, ask('depot', `${path}/shipment`, post)],
      [405, ask('buyer', `${path}/payment`)],
      [405, ask('buyer', path, post)],
      [404, ask('buyer', '/orders/99')],
      [404, ask('buyer', '/nowhere')],
      [400, ask('buyer', '/orders', { ...post, body: [] })],
      [
        413,
        ask('buyer', '/orders', {
          ...post,
          body: { a: 'x'.repeat(2_000) },
        }),
      ],
      [403, ask('depot', '/orders', post)],
    ];
    for (const [status, reply] of statuses) {
      assert.equal((await reply).status, status);
    }
    await ask('buyer', `${path}/payment`, post);
    const blank = await ask('depot', `${path}/shipment`, post);
    assert.equal(blank.status, 422);
  });

  it('has another tag for other offers', async () => {
    const path = await placed();
    const mine = await ask('buyer', path);
    const theirs = await ask('clerk', path);
    assert.notEqual(mine.headers['etag'], theirs.headers['etag']);
    api.release(rulesAfter(1, 1));
    const after = await ask('buyer', path);
    assert.notEqual(mine.headers['etag'], after.headers['etag']);
    assert.equal(
      after.headers['cache-control'],
      'private, no-cache',
    );
    assert.match(after.headers['vary'] ?? '', /authorization/);
  });

  it('answers under an old address until the overlap is over', async () => {
    const path = await placed();
    api.release(rulesAfter(2, 1));
    const post = { method: 'POST', body: {} };
    clock.ms = 14_999;
    const old = `${path}/cancellation`;
    assert.equal((await ask('depot', old, post)).status, 403);
    clock.ms = 15_000;
    assert.equal((await ask('depot', old, post)).status, 404);
    const [, cancel] = await offers('buyer', path);
    assert.equal(cancel?.target, '/refunds/1');
  });

  it('shows its forms only to who may use them', async () => {
    const path = await placed();
    const titles = async (role: Role) =>
      (await offers(role, path)).map(({ title }) => title);
    assert.deepEqual(await titles('buyer'), ['Pay', 'Cancel']);
    assert.deepEqual(await titles('clerk'), ['Cancel']);
    assert.deepEqual(await titles('depot'), []);
    const typeFor = async (role: Role, accept = HAL_FORMS) =>
      (await ask(role, path, { accept })).headers['content-type'];
    assert.equal(await typeFor('buyer'), HAL_FORMS);
    assert.equal(await typeFor('depot'), HAL);
    assert.equal(
      await typeFor('buyer', '*/*'),
      'application/json',
    );
    const plain = await ask('buyer', path, { accept: '*/*' });
    assert.deepEqual(plain.body, { id: '1', status: 'placed' });
  });
});

describe('the story', () => {
  const usual: Setting = {
    changes: changesOf(0, 4),
    showsNew: true,
    entryS: 10,
    overlapS: 15,
  };

  /** Tasks done, requests refused and made, of the entry, bytes. */
  async function told(
    run: 'baseline' | 'pattern',
    setting: Partial<Setting> = {},
  ): Promise<readonly number[]> {
    const log = console.log;
    console.log = () => {};
    try {
      const figures = await play(run, '', {
        ...usual,
        ...setting,
      });
      return figures.map(({ value }) => value);
    } finally {
      console.log = log;
    }
  }

  it('breaks what is built in, release by release', async () => {
    const figures = await told('baseline');
    assert.deepEqual(figures, [16, 25, 115, 0, 28]);
  });

  it('breaks nothing where links are followed', async () => {
    const figures = await told('pattern');
    assert.deepEqual(figures, [30, 0, 150, 32, 322]);
  });

  it('makes clients wait for code where a relation is renamed', async () => {
    const changes = changesOf(5, 4);
    const [built] = await told('baseline', { changes });
    const [followed, refused] = await told('pattern', {
      changes,
    });
    assert.deepEqual([built, followed, refused], [30, 16, 0]);
  });

  it('refuses nothing while the overlap outlives the entry', async () => {
    const changes = changesOf(2, 4);
    const setting = { changes, entryS: 30, overlapS: 45 };
    const [done, refused] = await told('pattern', setting);
    assert.deepEqual([done, refused], [30, 0]);
  });
});
