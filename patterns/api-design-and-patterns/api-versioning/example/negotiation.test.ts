import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '#lab';
import { GuidesApi } from './api.ts';
import type { Reply, Request } from './messages.ts';
import { guides } from './guides.ts';
import type { End } from './lifecycle.ts';
import { mediaType } from './negotiate.ts';
import type { Body } from './version-chain.ts';

const NOW = Date.parse('2027-03-01T12:00:00Z');
const HOUR = 3_600_000;
const ADA = { name: 'Ada Lovelace', rate: 40 };
type Headers = Record<string, string>;

/** An API whose first version may be at its end. */
function setUp(end?: Partial<End>) {
  const first: End = {
    deprecatedAt: NOW - HOUR,
    sunsetAt: NOW + HOUR,
    brownouts: [],
    ...end,
  };
  const api = new GuidesApi({
    now: () => NOW,
    endOf: (version) =>
      end && version === 1 ? first : undefined,
  });
  const ask = (
    headers: Headers,
    more: Partial<Request> = {},
  ): Reply =>
    api.answer({
      method: 'GET',
      path: '/guides/7',
      headers,
      ...more,
    });
  const put = (headers: Headers, body: Body): Reply =>
    ask(headers, { method: 'PUT', body });
  const read = (version: number): Reply =>
    ask({ 'tours-version': `${version}` });
  return { ask, put, read };
}

describe('a client that can read two versions', () => {
  const two = `${mediaType(4)}, ${mediaType(2)};q=0.5`;
  const old = `${mediaType(1)}, ${mediaType(2)};q=0.5`;

  it('gets the other where there is no such version', () => {
    const { ask } = setUp();
    const { status, headers } = ask({ accept: two });
    assert.equal(status, 200);
    assert.equal(headers['content-type'], mediaType(2));
  });

  it('gets the other where the first is gone, or plays it', () => {
    const brownout = { from: NOW - HOUR, to: NOW + HOUR };
    for (const end of [
      { goneAt: NOW },
      { brownouts: [brownout] },
    ]) {
      const { ask } = setUp(end);
      const { headers } = ask({ accept: old });
      assert.equal(headers['content-type'], mediaType(2));
      assert.equal(ask({ accept: mediaType(1) }).status, 410);
    }
  });

  it('gets 406 where there is none that it can read', () => {
    const { ask } = setUp();
    for (const accept of [mediaType(4), mediaType(NaN)])
      assert.equal(ask({ accept }).status, 406);
  });
});

describe('a type', () => {
  it('of the answer is one that was asked for', () => {
    const { ask } = setUp();
    const accept = 'application/json;version=2';
    const { headers } = ask({ accept });
    const type = 'application/json; version=2';
    assert.equal(headers['content-type'], type);
  });

  it('of a browser is as good as none', () => {
    const { ask } = setUp();
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    assert.deepEqual(ask({ accept }).body, ADA);
    assert.deepEqual(ask({}).body, ADA);
  });

  it('that is refused is not had through a wider one', () => {
    const { ask } = setUp();
    const accept = `*/*, ${mediaType(1)};q=0`;
    const { status, body } = ask({ accept });
    assert.equal(status, 406);
    for (const version of [1, 2, 3])
      assert.ok(
        `${body['detail'] as string}`.includes(
          mediaType(version),
        ),
      );
  });

  it('of a body may name another version than the answer', () => {
    const { put, read } = setUp();
    const type = { 'content-type': mediaType(1) };
    const three = { ...type, accept: mediaType(3) };
    const { status, body } = put(three, { ...ADA, rate: 50 });
    assert.equal(status, 200);
    const rate = { amount: '50.00', currency: 'EUR' };
    assert.deepEqual(body['rate'], rate);
    assert.deepEqual(read(1).body, { ...ADA, rate: 50 });
  });

  it('of a body that nobody knows is 415, with those known', () => {
    for (const type of [
      mediaType(4),
      'text/plain',
      'application/json; version=newest',
    ]) {
      const { put, read } = setUp();
      const reply = put({ 'content-type': type }, ADA);
      assert.equal(reply.status, 415, type);
      const known = [1, 2, 3]
        .map((version) => mediaType(version))
        .join(', ');
      assert.equal(reply.headers['accept'], known);
      assert.deepEqual(read(1).body, ADA);
    }
  });

  it('that cannot say what was sent refuses it unwritten', () => {
    const { put, read } = setUp();
    const headers = {
      'content-type': mediaType(3),
      accept: mediaType(1),
    };
    const before = read(3);
    const rate = { amount: '40.00', currency: 'USD' };
    const reply = put(headers, { ...before.body, rate });
    assert.equal(reply.status, 406);
    assert.deepEqual(read(3), before);
  });

  it('of a body whose version is gone is 410', () => {
    const { put } = setUp({ goneAt: NOW });
    const headers = {
      'content-type': mediaType(1),
      accept: mediaType(3),
    };
    assert.equal(put(headers, ADA).status, 410);
  });
});

describe('a tag', () => {
  it('is another one for each version', () => {
    const { read } = setUp();
    const tags = [1, 2, 3].map(
      (version) => read(version).headers['etag'],
    );
    assert.equal(new Set(tags).size, 3);
    for (const tag of tags) assert.match(tag ?? '', /^"[^"]+"$/);
  });

  it('changes in all versions with a write in one', () => {
    const { put, read } = setUp();
    const before = read(3).headers['etag'];
    assert.equal(read(3).headers['etag'], before);
    put({ 'tours-version': '1' }, { ...ADA, rate: 50 });
    assert.notEqual(read(3).headers['etag'], before);
  });

  it('stops who would write over what it has not seen', () => {
    const { put, read } = setUp();
    const tag = read(1).headers['etag'] ?? '';
    const one = { 'tours-version': '1' };
    const dollars = {
      ...read(3).body,
      familyName: 'King',
    };
    put({ 'tours-version': '3' }, dollars);
    const late = put({ ...one, 'if-match': tag }, ADA);
    assert.equal(late.status, 412);
    assert.equal(late.headers['cache-control'], 'no-store');
    assert.deepEqual(read(3).body, dollars);
    const now = read(1).headers['etag'] ?? '';
    const other = read(3).headers['etag'] ?? '';
    const wrong = put({ ...one, 'if-match': other }, ADA);
    assert.equal(wrong.status, 412);
    const right = put({ ...one, 'if-match': now }, ADA);
    assert.equal(right.status, 200);
    assert.notEqual(right.headers['etag'], now);
  });
});

describe('a client that writes back what it read', () => {
  const dice = new Random(7);
  const some = (words: readonly string[]): string =>
    Array.from({ length: Math.floor(dice.uniform(0, 4)) }, () =>
      dice.pick(words),
    ).join('');
  const words = ['Ada', 'van', 'É', '-', ' ', '  ', '.', '7'];
  const digits = ['0', '1', '7', '90'];

  it('changes nothing, in any version, for any guide', () => {
    let kept = 0;
    for (let n = 0; n < 400; n++) {
      const { put, read } = setUp();
      const guide = {
        givenName: some(words),
        familyName: some(words),
        rate: { amount: `${some(digits)}.50`, currency: 'EUR' },
      };
      const three = { 'tours-version': '3' };
      if (put(three, guide).status !== 200) continue;
      kept += 1;
      for (const version of [1, 2, 3]) {
        const headers = { 'tours-version': `${version}` };
        const reply = put(headers, read(version).body);
        const what = JSON.stringify(guide);
        assert.equal(reply.status, 200, what);
        assert.deepEqual(read(3).body, guide, what);
      }
    }
    assert.ok(kept > 60, `${kept} guides`);
    assert.equal(guides.current, 3);
  });
});
