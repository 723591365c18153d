import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VirtualClock } from '#lab';
import { deliver } from './courier.ts';
import type { Answer, Schedule } from './courier.ts';
import { Inbox } from './inbox.ts';
import { sign, verify, WebhookError } from './signature.ts';
import type { WebhookHeaders } from './signature.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OLD = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const SHORT = `whsec_${Buffer.alloc(23).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const body = '{"test": 2432232314}';
const nowMs = 1_614_265_330_000;
const BYTES = Buffer.from(body);

/** What a receiver says of a delivery, so many seconds later. */
function take(
  headers: Partial<WebhookHeaders>,
  {
    secrets = [SECRET],
    bytes = BYTES,
    laterS = 0,
    toleranceS = 300,
  } = {},
): string {
  const at = { nowMs: nowMs + laterS * 1000, toleranceS };
  return verify(secrets, headers, bytes, at);
}

const signed = (secrets = [SECRET]) =>
  sign(secrets, { id, body, nowMs });

describe('a signature', () => {
  it('is the one of the reference library', () => {
    assert.deepEqual(signed(), {
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature':
        'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is believed, and gives the id', () => {
    assert.equal(take(signed()), id);
  });

  for (const [what, change] of Object.entries({
    id: { 'webhook-id': 'msg_other' },
    timestamp: { 'webhook-timestamp': '1614265331' },
    signature: { 'webhook-signature': 'v1,AAAA' },
  }))
    it(`does not fit another ${what}`, () => {
      assert.throws(
        () => take({ ...signed(), ...change }),
        WebhookError,
      );
    });

  it('does not fit the same JSON, written anew', () => {
    const bytes = Buffer.from(JSON.stringify(JSON.parse(body)));
    assert.throws(() => take(signed(), { bytes }), WebhookError);
  });

  it('does not fit another secret', () => {
    const headers = signed([OTHER]);
    assert.throws(() => take(headers), WebhookError);
  });

  for (const missing of Object.keys(signed()))
    it(`is not believed without ${missing}`, () => {
      const headers = { ...signed(), [missing]: undefined };
      assert.throws(() => take(headers), WebhookError);
    });

  for (const given of ['', 'v1,', 'v1', 'v2,', 'v1a,AAAA', ' '])
    it(`is not "${given}"`, () => {
      const headers = { ...signed(), 'webhook-signature': given };
      assert.throws(() => take(headers), WebhookError);
    });

  it('is found among others', () => {
    const given = signed()['webhook-signature'];
    const among = `v1a,AAAA v1,BBBB ${given} v2,CCCC`;
    const headers = { ...signed(), 'webhook-signature': among };
    assert.equal(take(headers), id);
  });

  it('of another scheme does not count as this one', () => {
    const given = signed()['webhook-signature'];
    const as = given.replace('v1,', 'v2,');
    const headers = { ...signed(), 'webhook-signature': as };
    assert.throws(() => take(headers), WebhookError);
  });

  it('lets nobody cut id, time and body elsewhere', () => {
    const nested = `1614265330.${body}`;
    const good = sign([SECRET], { id, body: nested, nowMs });
    const bytes = Buffer.from(nested);
    assert.equal(take(good, { bytes }), id);
    const longer = { ...good, 'webhook-id': `${id}.1614265330` };
    assert.throws(() => take(longer), WebhookError);
    const price = { id, body: '{"price":2.5}', nowMs };
    const cut = {
      ...sign([SECRET], price),
      'webhook-timestamp': '1614265330.{"price":2',
    };
    const rest = Buffer.from('5}');
    assert.throws(() => take(cut, { bytes: rest }), WebhookError);
  });

  it('is not made for an id with a dot', () => {
    const at = { id: 'a.b', body, nowMs };
    assert.throws(() => sign([SECRET], at), RangeError);
  });
});

describe('the time of a signature', () => {
  for (const laterS of [300, -300])
    it(`may be ${laterS} s off`, () => {
      assert.equal(take(signed(), { laterS }), id);
    });

  for (const laterS of [301, -301])
    it(`may not be ${laterS} s off`, () => {
      assert.throws(() => take(signed(), { laterS }), /s ago/);
    });

  for (const odd of ['1e9', '-1', '0x10', ' 1', '1.5', ''])
    it(`is not "${odd}"`, () => {
      const headers = { ...signed(), 'webhook-timestamp': odd };
      assert.throws(() => take(headers), WebhookError);
    });
});

describe('a secret that changes', () => {
  it('is known to be new or old by either side', () => {
    const both = signed([SECRET, OLD]);
    assert.equal(take(both, { secrets: [OLD] }), id);
    assert.equal(take(both, { secrets: [SECRET] }), id);
    assert.throws(() => take(both, { secrets: [OTHER] }));
    const old = signed([OLD]);
    assert.equal(take(old, { secrets: [SECRET, OLD] }), id);
  });

  for (const secret of ['', 'whsec_', SHORT])
    it(`is not too short: "${secret}"`, () => {
      assert.throws(() => signed([secret]), RangeError);
    });
});

describe('an inbox', () => {
  const time = { ms: 0, now: () => time.ms };

  it('takes an event once, in the order of arrival', () => {
    const inbox = new Inbox(time, 1_000);
    assert.equal(inbox.accept('a', '1'), true);
    assert.equal(inbox.accept('b', '2'), true);
    assert.equal(inbox.accept('a', '1'), false);
    assert.deepEqual(inbox.next(), { id: 'a', body: '1' });
    inbox.done('a');
    assert.equal(inbox.accept('a', '1'), false);
    assert.deepEqual(inbox.next(), { id: 'b', body: '2' });
    inbox.done('b');
    assert.equal(inbox.next(), undefined);
  });

  it('keeps what is not done', () => {
    const inbox = new Inbox(time, 1_000);
    inbox.accept('a', '1');
    inbox.next();
    inbox.done('b');
    assert.equal(inbox.next()?.id, 'a');
  });

  it('forgets an id when its time is over, not before', () => {
    const inbox = new Inbox(time, 1_000);
    time.ms = 0;
    inbox.accept('a', '1');
    time.ms = 999;
    assert.equal(inbox.accept('a', '1'), false);
    inbox.accept('b', '2');
    time.ms = 1_000;
    assert.equal(inbox.accept('a', '1'), true);
    assert.equal(inbox.accept('b', '2'), false);
  });
});

/** Delivers to a receiver that gives these answers in turn. */
async function send(
  answers: readonly (Answer | 'none')[],
  more: Partial<Schedule> = {},
  signal?: AbortSignal,
) {
  const clock = new VirtualClock();
  const at: number[] = [];
  const post = async (attempt: number) => {
    at.push(clock.now());
    const answer = answers[attempt - 1] ?? 'none';
    if (answer === 'none') throw new Error('no answer');
    return answer;
  };
  const schedule: Schedule = {
    clock,
    random: () => 0,
    tries: 5,
    baseMs: 1_000,
    maxMs: 3_000,
    jitter: 0,
    ...more,
  };
  const outcome = await clock.run(() =>
    deliver(post, schedule, signal),
  );
  return { outcome, at, pending: clock.pending };
}

const status = (code: number): Answer => ({ status: code });

describe('a courier', () => {
  it('tries again, each time later, up to a limit', async () => {
    const { outcome, at } = await send([]);
    assert.equal(outcome, 'gave up');
    assert.deepEqual(at, [0, 1_000, 3_000, 6_000, 9_000]);
  });

  for (const code of [200, 202, 204, 299])
    it(`is content with ${code}`, async () => {
      const { outcome, at } = await send([status(code)]);
      assert.equal(outcome, 'delivered');
      assert.equal(at.length, 1);
    });

  for (const code of [301, 400, 401, 404, 429, 500, 503])
    it(`tries again after ${code}`, async () => {
      const { outcome, at } = await send([
        status(code),
        status(200),
      ]);
      assert.equal(outcome, 'delivered');
      assert.equal(at.length, 2);
    });

  it('never sends again after 410', async () => {
    const { outcome, at } = await send([status(410)]);
    assert.equal(outcome, 'gone');
    assert.equal(at.length, 1);
  });

  it('waits as Retry-After asks, within its limit', async () => {
    const asks = (retryAfterMs: number) => ({
      status: 503,
      retryAfterMs,
    });
    const soon = await send([asks(2_500), status(200)]);
    assert.deepEqual(soon.at, [0, 2_500]);
    const less = await send([asks(1), status(200)]);
    assert.deepEqual(less.at, [0, 1_000]);
    const forever = await send([asks(1e9), status(200)]);
    assert.deepEqual(forever.at, [0, 3_000]);
  });

  it('adds up to its jitter to a wait', async () => {
    const more = { jitter: 0.2, random: () => 0.5 };
    const { at } = await send(['none', status(200)], more);
    assert.deepEqual(at, [0, 1_100]);
  });

  it('stops when it is told to, and leaves no timer', async () => {
    const end = new AbortController();
    const clock = new VirtualClock();
    let sent = 0;
    const post = async () => {
      sent += 1;
      return status(503);
    };
    await clock.run(async () => {
      const delivering = deliver(
        post,
        {
          clock,
          random: () => 0,
          tries: 9,
          baseMs: 1_000,
          maxMs: 1_000,
          jitter: 0,
        },
        end.signal,
      );
      await clock.sleep(2_500);
      end.abort(new Error('shutting down'));
      await assert.rejects(delivering, /shutting down/);
    });
    assert.equal(sent, 3);
    assert.equal(clock.pending, 0);
  });
});
