import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random, VirtualClock, World } from '#lab';
import { applyEach, applyTogether } from './apply.ts';
import type { Item, Result } from './item.ts';
import { Jobs } from './jobs.ts';
import { sendAll } from './resend.ts';
import type { ResendOptions } from './resend.ts';
import { RowError, Store } from './store.ts';
import type { Change, StoreOptions } from './store.ts';
import { inChunks } from './warehouse.ts';

const receipt = (id: string, product: number): Item<Change> => ({
  id,
  body: { product },
});
const done = (id: string): Result => ({
  id,
  status: 201,
  again: false,
});
const busy = (id: string): Result => ({
  id,
  status: 503,
  again: true,
});
const bad = (id: string): Result => ({
  id,
  status: 422,
  again: false,
});
const items = (text: string): Item<number>[] =>
  [...text].map((id) => ({ id, body: 1 }));

/** A store in a world of its own; product 9 is not there. */
function stock(more: Partial<StoreOptions> = {}) {
  const clock = new VirtualClock();
  const world = new World('test', clock, new Random(1));
  const store = new Store(world, {
    keys: true,
    lost: 0,
    faultOf: (product) =>
      product === 9
        ? new RowError(422, 'unknown-product')
        : undefined,
    onCounted: () => {},
    ...more,
  });
  return { clock, store };
}

const short = (results: readonly Result[]): string[] =>
  results.map(({ id, status }) => `${id} ${status}`);

describe('a chunk, each item by itself', () => {
  const chunk = [
    receipt('a', 3),
    receipt('b', 9),
    receipt('c', 1),
  ];

  it('keeps what is good', async () => {
    const { clock, store } = stock();
    const results = await clock.run(() =>
      applyEach(store, chunk),
    );
    assert.deepEqual(short(results), ['c 201', 'a 201', 'b 422']);
    assert.deepEqual(
      [...store.counted],
      [
        ['c', 1],
        ['a', 1],
      ],
    );
  });

  it('knows an item again, and counts it once', async () => {
    const { clock, store } = stock();
    await clock.run(() => applyEach(store, chunk));
    const results = await clock.run(() =>
      applyEach(store, chunk),
    );
    assert.deepEqual(short(results), ['c 200', 'a 200', 'b 422']);
    assert.equal(store.timesOf('a'), 1);
  });

  it('refuses a key that comes with other content', async () => {
    const { clock, store } = stock();
    await clock.run(() => applyEach(store, chunk));
    const other = [receipt('a', 4)];
    const results = await clock.run(() =>
      applyEach(store, other),
    );
    assert.equal(results[0]?.problem, 'other-content');
    assert.equal(results[0]?.status, 422);
    assert.equal(results[0]?.again, false);
  });

  it('counts it once where both come at once', async () => {
    const { clock, store } = stock();
    const both = await clock.run(() =>
      Promise.all([
        applyEach(store, chunk),
        applyEach(store, chunk),
      ]),
    );
    const statuses = both.map((results) => results[0]?.status);
    assert.deepEqual(statuses.toSorted(), [200, 201]);
    assert.equal(store.timesOf('c'), 1);
  });

  for (const [keys, times] of [
    [true, 1],
    [false, 2],
  ] as const)
    it(`sent again counts ${times} with keys ${keys}`, async () => {
      const { clock, store } = stock({ keys, lost: 1 });
      const send = () => clock.run(() => applyEach(store, chunk));
      await assert.rejects(send(), /connection lost/);
      await (keys ? send() : assert.rejects(send()));
      assert.equal(store.timesOf('a'), times);
    });

  it('locks in one order: no two wait for each other', async () => {
    const { clock, store } = stock();
    const there = [receipt('a', 1), receipt('b', 2)];
    const back = [receipt('c', 2), receipt('d', 1)];
    await clock.run(() =>
      Promise.all([
        applyEach(store, there),
        applyEach(store, back),
      ]),
    );
    assert.equal(store.counted.size, 4);
  });
});

describe('a chunk, all or none', () => {
  it('leaves nothing where one item fails', async () => {
    const { clock, store } = stock();
    const bad = [receipt('b', 9), receipt('c', 9)];
    const chunk = [receipt('a', 1), ...bad];
    const results = await clock.run(() =>
      applyTogether(store, chunk),
    );
    assert.deepEqual(short(results), ['a 424', 'b 422', 'c 422']);
    const again = results.map((result) => result.again);
    assert.deepEqual(again, [true, false, false]);
    assert.equal(store.counted.size, 0);
  });

  it('frees its rows, so that others can have them', async () => {
    const { clock, store } = stock();
    const chunk = [receipt('a', 1), receipt('b', 9)];
    await clock.run(async () => {
      await applyTogether(store, chunk);
      await applyTogether(store, [receipt('c', 1)]);
    });
    assert.deepEqual([...store.counted], [['c', 1]]);
  });
});

/** Jobs whose chunks take a second each. */
function jobs() {
  const clock = new VirtualClock();
  const all = new Jobs<number>({
    clock,
    keepMs: 10_000,
    most: 2,
    batch: {
      chunk: 1,
      workers: 1,
      apply: async (chunk) => {
        await clock.sleep(1_000);
        return chunk.map(({ id }) =>
          id === 'x' ? bad(id) : done(id),
        );
      },
    },
  });
  return { clock, all };
}

describe('a job', () => {
  it('shows how far it is, then its results', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      const view = all.start('1', items('axc'));
      const none = { done: 0, failed: 0 };
      const at = { id: '1', state: 'running', total: 3, ...none };
      assert.deepEqual(view, at);
      await clock.sleep(2_500);
      assert.deepEqual(all.view('1'), {
        ...at,
        done: 1,
        failed: 1,
      });
      assert.deepEqual(all.results('1', 0, 9), []);
      await clock.sleep(1_000);
    });
    assert.equal(all.view('1')?.state, 'done');
    assert.deepEqual(short(all.results('1', 0, 2)), [
      'a 201',
      'x 422',
    ]);
    assert.deepEqual(short(all.results('1', 2, 2)), ['c 201']);
    assert.deepEqual(all.results('1', 3, 2), []);
  });

  it('is the same for who asks twice', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', items('ab'));
      await clock.sleep(1_500);
      assert.deepEqual(
        all.start('1', items('ab')),
        all.view('1'),
      );
      assert.equal(all.view('1')?.done, 1);
      assert.equal(all.start('1', items('ac')), 'differs');
      await clock.sleep(1_500);
    });
    assert.equal(all.view('1')?.done, 2);
  });

  it('is refused while too many run, and not after', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', items('a'));
      all.start('2', items('b'));
      assert.equal(all.start('3', items('c')), 'full');
      assert.equal(all.view('3'), undefined);
      await clock.sleep(1_500);
      assert.notEqual(all.start('3', items('c')), 'full');
      await clock.sleep(1_500);
    });
    assert.equal(all.view('3')?.done, 1);
  });

  it('stops on request, and keeps what is done', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', items('abc'));
      await clock.sleep(500);
      all.cancel('1');
      await clock.sleep(1_000);
    });
    assert.equal(all.view('1')?.state, 'canceled');
    const results = short(all.results('1', 0, 9));
    assert.deepEqual(results, ['a 201', 'b 503', 'c 503']);
  });

  it('is done where the stop came too late', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', items('a'));
      await clock.sleep(500);
      all.cancel('1');
      await clock.sleep(1_000);
    });
    assert.equal(all.view('1')?.state, 'done');
  });

  it('is forgotten some time after its end', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', items('a'));
      await clock.sleep(10_500);
      all.start('2', items('a'));
      assert.equal(all.view('1')?.state, 'done');
      await clock.sleep(1_000);
      all.start('3', items('a'));
      assert.equal(all.view('1'), undefined);
      await clock.sleep(1_000);
    });
  });
});

/** Sends against answers that are given in turn. */
async function send(
  batch: readonly Item<number>[],
  answers: readonly (readonly Result[] | undefined)[],
  more: Partial<ResendOptions<number>> = {},
  signal?: AbortSignal,
) {
  const clock = new VirtualClock();
  const sent: string[] = [];
  const at: number[] = [];
  const known = await clock.run(() =>
    sendAll(
      batch,
      {
        clock,
        random: () => 0.5,
        tries: 3,
        baseMs: 1_000,
        send: async (left, attempt) => {
          at.push(clock.now());
          sent.push(
            left
              .map(({ id, after }) => id + (after ?? ''))
              .join(' '),
          );
          return answers[attempt - 1];
        },
        ...more,
      },
      signal,
    ),
  );
  return { sent, at, known, pending: clock.pending };
}

describe('two jobs at once', () => {
  it('have no more transactions than one', async () => {
    const { clock, store } = stock();
    const world = new World('test', clock, new Random(1));
    const size = { chunk: 1, workers: 1, atomic: false };
    const imports = inChunks(world, store, size);
    const start = (id: string) => {
      const receipts = [
        receipt(`${id}1`, 1),
        receipt(`${id}2`, 2),
      ];
      const request = { do: 'start', id, receipts } as const;
      return imports.call(request, { from: 'test', label: id });
    };
    let endedMs = 0;
    await clock.run(async () => {
      await Promise.all([start('a'), start('b')]);
      while (store.counted.size < 4) await clock.sleep(10);
      endedMs = clock.now();
    });
    // Four of 80 ms, one after the other.
    assert.ok(endedMs >= 320, `ended after ${endedMs} ms`);
  });
});

describe('a caller', () => {
  it('sends again what failed for now, and only that', async () => {
    const first = [done('a'), bad('b'), busy('c')];
    const { sent, known } = await send(items('abc'), [
      first,
      [done('c')],
    ]);
    assert.deepEqual(sent, ['a b c', 'c']);
    const statuses = [...known.values()].map(
      ({ status }) => status,
    );
    assert.deepEqual(statuses, [201, 422, 201]);
  });

  it('sends all again where no answer came', async () => {
    const all = [done('a'), done('b')];
    const { sent } = await send(items('ab'), [undefined, all]);
    assert.deepEqual(sent, ['a b', 'a b']);
  });

  it('sends again what an answer left out', async () => {
    const { sent } = await send(items('ab'), [
      [done('a')],
      [done('b')],
    ]);
    assert.deepEqual(sent, ['a b', 'b']);
  });

  it('waits longer each time, and gives up', async () => {
    const { at, known } = await send(items('a'), [
      [busy('a')],
      [busy('a')],
      [busy('a')],
    ]);
    assert.deepEqual(at, [0, 500, 1_500]);
    assert.equal(known.get('a')?.again, true);
  });

  it('names nothing that is not sent along', async () => {
    const pair = (id: string, after: string) => ({
      id,
      after,
      body: 1,
    });
    const batch = [
      ...items('ab'),
      pair('c', 'a'),
      pair('d', 'b'),
    ];
    const first = [done('a'), busy('b'), busy('c'), busy('d')];
    const { sent } = await send(batch, [first]);
    assert.deepEqual(sent.slice(0, 2), ['a b ca db', 'b c db']);
  });

  it('does not send again what is refused as a whole', async () => {
    let calls = 0;
    const refused = send(items('a'), [], {
      send: async () => {
        calls += 1;
        throw new Error('413');
      },
    });
    await assert.rejects(refused, /413/);
    assert.equal(calls, 1);
  });

  it('stops in a wait, and leaves no timer', async () => {
    const end = new AbortController();
    const clock = new VirtualClock();
    const sending = clock.run(async () => {
      clock.setTimer(200, () => end.abort(new Error('closing')));
      const answers = [[busy('a')]];
      const options = {
        clock,
        random: () => 0.5,
        tries: 3,
        baseMs: 1_000,
        send: async () => answers.shift(),
      };
      await sendAll(items('a'), options, end.signal);
    });
    await assert.rejects(sending, /closing/);
    assert.equal(clock.pending, 0);
  });
});
