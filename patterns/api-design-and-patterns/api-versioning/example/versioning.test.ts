import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { GuidesApi } from './api.ts';
import type { Reply, Request } from './messages.ts';
import { checkGuide, GUIDE_7, guides } from './guides.ts';
import {
  checkEnd,
  endHeaders,
  stageOf,
  Use,
} from './lifecycle.ts';
import type { End } from './lifecycle.ts';
import { mediaType, versionAsked } from './negotiate.ts';
import { VersionChain, type Body } from './version-chain.ts';

const DAY = 86_400_000;
const JUNE_30 = Date.parse('2023-06-30T23:59:59Z');
const END: End = {
  deprecatedAt: JUNE_30,
  sunsetAt: Date.parse('2024-06-30T23:59:59Z'),
  brownouts: [{ from: JUNE_30 + DAY, to: JUNE_30 + 2 * DAY }],
};
const ALL = { usual: 1, has: known, answers: known };
const ADA = { name: 'Ada Lovelace', rate: 40 };

function known(version: number): boolean {
  return guides.has(version);
}

/** An API, and hands to move its date and the end of v1. */
function setUp(end?: End) {
  const world = { now: JUNE_30 - DAY, end };
  const api = new GuidesApi({
    now: () => world.now,
    endOf: (version) => (version === 1 ? world.end : undefined),
  });
  const ask = (
    version: number,
    more: Partial<Request> = {},
  ): Reply =>
    api.answer({
      method: 'GET',
      path: '/guides/7',
      headers: { 'tours-version': `${version}` },
      ...more,
    });
  const put = (version: number, body: Body): Reply =>
    ask(version, { method: 'PUT', body });
  return { world, api, ask, put };
}

describe('a chain of versions', () => {
  it('answers each version in its own shape', () => {
    const { ask } = setUp();
    assert.deepEqual(ask(1).body, ADA);
    assert.deepEqual(ask(2).body, {
      givenName: 'Ada',
      familyName: 'Lovelace',
      rate: 40,
    });
    assert.deepEqual(ask(3).body, GUIDE_7);
  });

  it('takes a write of each version', () => {
    const { ask, put } = setUp();
    put(1, { name: 'Grace Hopper', rate: 12.5 });
    assert.deepEqual(ask(3).body, {
      givenName: 'Grace',
      familyName: 'Hopper',
      rate: { amount: '12.50', currency: 'EUR' },
    });
  });

  it('has each version read back what it wrote', () => {
    for (const name of ['Ada', 'Ada Lovelace', 'A. B. C.']) {
      const { ask, put } = setUp();
      assert.equal(put(1, { name, rate: 0.07 }).status, 200);
      assert.deepEqual(ask(1).body, { name, rate: 0.07 });
    }
  });

  it('keeps what an old client could not see', () => {
    const { ask, put } = setUp();
    const ludwig = {
      givenName: 'Ludwig',
      familyName: 'van Beethoven',
      rate: { amount: '40.00', currency: 'EUR' },
    };
    put(3, ludwig);
    const { body } = ask(1);
    put(1, { ...body, rate: 50 });
    assert.deepEqual(ask(3).body, {
      ...ludwig,
      rate: { amount: '50.00', currency: 'EUR' },
    });
  });

  it('says no rather than give a wrong number', () => {
    const { ask, put } = setUp();
    const rate = { amount: '40.00', currency: 'USD' };
    put(3, { ...GUIDE_7, rate });
    for (const version of [1, 2]) {
      const { status, body } = ask(version);
      assert.equal(status, 406);
      assert.equal(body['type'], '/problems/not-in-this-version');
    }
    assert.equal(put(1, { ...ADA, rate: 50 }).status, 406);
    const two = { givenName: 'Ada', familyName: '', rate: 50 };
    assert.equal(put(2, two).status, 406);
    assert.deepEqual(ask(3).body['rate'], rate);
  });

  it('changes nothing where a write is refused', () => {
    for (const [version, body] of [
      [1, { name: '', rate: 40 }],
      [1, { name: 'Ada', rate: '40' }],
      [1, { name: 'Ada', rate: 0.125 }],
      [1, { name: 'Ada', rate: -1 }],
      [1, { ...ADA, age: 36 }],
      [3, { ...GUIDE_7, rate: 40 }],
      [3, ADA],
    ] as const) {
      const { ask, put } = setUp();
      assert.equal(put(version, body).status, 422);
      assert.deepEqual(ask(3).body, GUIDE_7);
    }
  });

  it('shows each change the bodies of its own day', () => {
    const seen: unknown[] = [];
    const rename = (makes: number, from: string, to: string) => ({
      makes,
      says: `${from} became ${to}`,
      down: ({ [to]: value }: Body) => ({ [from]: value }),
      up: ({ [from]: value }: Body, stored?: Body) => {
        seen.push(stored);
        return { [to]: value };
      },
    });
    const chain = new VersionChain([
      rename(2, 'a', 'b'),
      rename(3, 'b', 'c'),
    ]);
    assert.deepEqual(chain.answer({ c: 1 }, 1), { a: 1 });
    const sent = { a: 2 };
    assert.deepEqual(chain.request(sent, 1, { c: 1 }), { c: 2 });
    assert.deepEqual(seen, [{ b: 1 }, { c: 1 }]);
  });

  it('has no gaps', () => {
    const change = { says: '', down: same, up: same };
    assert.throws(
      () => new VersionChain([{ makes: 3, ...change }]),
      {
        name: 'RangeError',
      },
    );
    assert.throws(() => guides.answer(GUIDE_7, 4), {
      name: 'RangeError',
    });
    assert.deepEqual(checkGuide(GUIDE_7), GUIDE_7);
  });
});

function same(body: Body): Body {
  return body;
}

describe('the end of a version', () => {
  it('is said in the two formats of the two RFCs', () => {
    const { world, ask } = setUp(END);
    assert.equal(ask(1).headers['deprecation'], undefined);
    world.now = JUNE_30;
    const { headers } = ask(1);
    // The example of RFC 9745, 2.1.
    assert.equal(headers['deprecation'], '@1688169599');
    assert.equal(
      headers['sunset'],
      'Sun, 30 Jun 2024 23:59:59 GMT',
    );
    assert.equal(
      headers['link'],
      '</changes#v2>; rel="deprecation"; type="text/html", ' +
        '</v2/guides/7>; rel="successor-version"',
    );
    assert.equal(ask(2).headers['deprecation'], undefined);
  });

  it('changes no answer before it comes', () => {
    const { world, ask } = setUp(END);
    world.now = END.sunsetAt + DAY;
    assert.deepEqual(ask(1).body, ADA);
  });

  it('is rehearsed, with the answer that will come', () => {
    const { world, ask } = setUp(END);
    world.now = JUNE_30 + DAY;
    assert.equal(ask(1).status, 410);
    assert.match(
      `${ask(1).body['detail'] as string}`,
      /until Sun, 02 Jul 2023 23:59:59 GMT/,
    );
    assert.equal(
      ask(1).body['type'],
      '/problems/version-brownout',
    );
    assert.equal(ask(2).status, 200);
    world.now = JUNE_30 + 2 * DAY;
    assert.equal(ask(1).status, 200);
  });

  it('is 410, and no cache may keep it', () => {
    const { world, ask } = setUp({ ...END, goneAt: JUNE_30 });
    world.now = JUNE_30;
    const { status, body, headers } = ask(1);
    assert.equal(status, 410);
    assert.equal(body['type'], '/problems/version-gone');
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(headers['vary'] ?? '', /Tours-Version/);
    assert.match(
      headers['link'] ?? '',
      /changes#v2.*deprecation/,
    );
    assert.equal(ask(2).status, 200);
  });

  it('is never before it is announced', () => {
    const sunsetAt = END.deprecatedAt - 1;
    assert.throws(() => checkEnd({ ...END, sunsetAt }), {
      name: 'RangeError',
    });
    const brownouts = [{ from: JUNE_30 - DAY, to: JUNE_30 }];
    assert.throws(() => checkEnd({ ...END, brownouts }), {
      name: 'RangeError',
    });
    assert.equal(stageOf(undefined, JUNE_30), 'current');
    assert.equal(checkEnd(END), END);
  });

  it('has dates that parse as what they were', () => {
    const links = { guide: '/changes', successor: '/v2' };
    const { deprecation, sunset } = endHeaders(END, links);
    assert.match(deprecation ?? '', /^@-?\d+$/);
    assert.equal(Date.parse(sunset ?? ''), END.sunsetAt);
  });
});

describe('use of a version', () => {
  it('counts clients that came lately', () => {
    const use = new Use();
    use.seen('report', 1, 100);
    use.seen('web', 1, 100);
    use.seen('web', 2, 200);
    assert.deepEqual(use.clientsOf(1, 101), []);
    assert.deepEqual(use.clientsOf(1, 100), ['report', 'web']);
  });

  it('knows who has not moved', () => {
    const use = new Use();
    use.seen('report', 1, 100);
    use.seen('web', 1, 100);
    use.seen('web', 2, 200);
    assert.deepEqual(use.clientsLeft(1), ['report']);
    assert.deepEqual(use.clientsLeft(2), ['web']);
  });
});

describe('the version of a request', () => {
  const asked = (
    path: string,
    headers: Record<string, string> = {},
  ) => versionAsked({ path, headers }, ALL);

  it('may stand in path, header or type', () => {
    const type = 'application/vnd.tours.guide+json';
    const two = { version: 2, path: '/guides/7', type };
    assert.deepEqual(asked('/v2/guides/7'), two);
    for (const headers of [
      { 'tours-version': '2' },
      { accept: mediaType(2) },
      { accept: 'text/html;q=0.9, ' + mediaType(2) },
      { accept: `${mediaType(1)};q=0.5, ${mediaType(2)}` },
      { accept: `*/*, ${mediaType(2)}` },
    ]) {
      assert.deepEqual(asked('/guides/7', headers), two);
    }
  });

  it('is the first where it names none', () => {
    const { ask } = setUp();
    assert.deepEqual(ask(1, { headers: {} }).body, ADA);
    const headers = { accept: 'application/json' };
    assert.deepEqual(ask(1, { headers }).body, ADA);
  });

  for (const [headers, status] of [
    [{ accept: 'text/html' }, 406],
    [{ accept: `${mediaType(1)};q=0` }, 406],
    [{ accept: mediaType(1), 'tours-version': '2' }, 400],
    [{ 'tours-version': 'newest' }, 400],
    [{ 'tours-version': '4' }, 400],
    [{ accept: mediaType(4) }, 406],
  ] as const) {
    it(`gets ${status} for ${JSON.stringify(headers)}`, () => {
      const { ask } = setUp();
      const { status: was, body } = ask(1, { headers });
      assert.equal(was, status);
      assert.match(`${body['detail'] as string}`, /version=3/);
    });
  }
});

/** A cache that looks at `Vary`, or one fed without it. */
function cached(answer: (request: Request) => Reply) {
  const stored: { reply: Reply; request: Request }[] = [];
  return (request: Request): Reply => {
    const hit = stored.find((one) => {
      const names = one.reply.headers['vary'] ?? '';
      const vary = names === '' ? [] : names.split(', ');
      return (
        one.request.path === request.path &&
        // RFC 9111, 4.1
        vary.every((name) => {
          const key = name.toLowerCase();
          const { headers } = one.request;
          return headers[key] === request.headers[key];
        })
      );
    });
    if (hit) return hit.reply;
    const reply = answer(request);
    const control = reply.headers['cache-control'] ?? '';
    if (control.includes('max-age'))
      stored.push({ reply, request });
    return reply;
  };
}

describe('a shared cache', () => {
  const read = (version: number): Request => ({
    method: 'GET',
    path: '/guides/7',
    headers: { 'tours-version': `${version}` },
  });

  it('gives the wrong version where Vary is missing', () => {
    const { api } = setUp();
    const ask = cached((request) => {
      const reply = api.answer(request);
      return {
        ...reply,
        headers: { ...reply.headers, vary: '' },
      };
    });
    assert.deepEqual(ask(read(1)).body, ADA);
    assert.deepEqual(ask(read(3)).body, ADA);
  });

  it('gives each its own where Vary names the header', () => {
    const { api } = setUp();
    const ask = cached((request) => api.answer(request));
    assert.deepEqual(ask(read(1)).body, ADA);
    assert.deepEqual(ask(read(3)).body, GUIDE_7);
  });

  it('needs no Vary where the path has the version', () => {
    const { ask } = setUp();
    const path = '/v1/guides/7';
    const { headers } = ask(1, { path, headers: {} });
    assert.equal(headers['vary'], undefined);
    assert.equal(ask(1).headers['vary'], 'Accept, Tours-Version');
  });

  it('hides a brownout for as long as it may', () => {
    const { api, world } = setUp(END);
    const ask = cached((request) => api.answer(request));
    world.now = JUNE_30 + DAY - 1;
    ask(read(1));
    world.now = JUNE_30 + DAY;
    assert.equal(api.answer(read(1)).status, 410);
    assert.equal(ask(read(1)).status, 200);
  });
});

it('says the same over a real connection', async () => {
  const { api, world } = setUp(END);
  world.now = JUNE_30;
  const server = createServer(({ url = '/', headers }, to) => {
    const accept = headers.accept;
    const reply = api.answer({
      method: 'GET',
      path: url,
      headers: { accept },
    });
    to.writeHead(reply.status, reply.headers);
    to.end(JSON.stringify(reply.body));
  });
  server.listen(0);
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const path = '/guides/7';
    const headers = { accept: mediaType(1) };
    const sent = get({ port, path, headers, agent: false });
    const [got] = (await once(sent, 'response')) as [
      IncomingMessage,
    ];
    let text = '';
    for await (const chunk of got.setEncoding('utf8'))
      text += chunk as string;
    assert.equal(got.statusCode, 200);
    assert.equal(got.headers['deprecation'], '@1688169599');
    assert.equal(got.headers['content-type'], mediaType(1));
    assert.deepEqual(JSON.parse(text), ADA);
  } finally {
    server.close();
  }
});
