import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random, VirtualClock, World } from '#lab';
import { applyEach, applyTogether } from './apply.ts';
import { runBatch } from './batch.ts';
import { BatchRefusedError, checkBatch } from './item.ts';
import type { BatchOptions, Item, Result } from './item.ts';
import { Jobs } from './jobs.ts';
import { sendAll } from './resend.ts';
import type { ResendOptions } from './resend.ts';
import { RowError, Store } from './store.ts';
import type { Change, StoreOptions } from './store.ts';
import { inChunks } from './warehouse.ts';

type Body = 'good' | 'bad' | 'busy';

const item = (id: string, body: Body = 'good', after?: string) =>
  after === undefined ? { id, body } : { id, body, after };

const letters = (text: string) => [...text].map((id) => item(id));

function judge({ id, body }: Item<Body>): Result {
  if (body === 'good') return { id, status: 201, again: false };
  const again = body === 'busy';
  return { id, status: again ? 503 : 422, problem: body, again };
}

/** A batch, and all that its chunks have seen. */
async function run(
  items: readonly Item<Body>[],
  more: Partial<BatchOptions<Body>> = {},
  signal?: AbortSignal,
) {
  const chunks: string[] = [];
  const errors: unknown[] = [];
  const told: string[] = [];
  const options: BatchOptions<Body> = {
    chunk: 2,
    workers: 1,
    apply: async (chunk) => {
      chunks.push(chunk.map(({ id }) => id).join(''));
      return chunk.map(judge);
    },
    onResult: ({ id }) => told.push(id),
    onError: (error) => errors.push(error),
    ...more,
  };
  const results = await runBatch(items, options, signal);
  const statuses = results.map(
    ({ id, status }) => `${id} ${status}`,
  );
  return { results, statuses, chunks, errors, told };
}

describe('a batch', () => {
  it('is done in chunks, each item told once', async () => {
    const { chunks, statuses, told } = await run(
      letters('abcde'),
    );
    assert.deepEqual(chunks, ['ab', 'cd', 'e']);
    const expected = [
      'a 201',
      'b 201',
      'c 201',
      'd 201',
      'e 201',
    ];
    assert.deepEqual(statuses, expected);
    assert.deepEqual(told, ['a', 'b', 'c', 'd', 'e']);
  });

  for (const more of [{ chunk: 0 }, { workers: 0 }])
    it(`refuses ${JSON.stringify(more)}`, async () => {
      await assert.rejects(run(letters('a'), more), RangeError);
    });

  it('of nothing is nothing', async () => {
    const { results, chunks } = await run([]);
    assert.deepEqual(results, []);
    assert.deepEqual(chunks, []);
  });

  it('goes on after an item that fails', async () => {
    const items = [
      item('a'),
      item('b', 'bad'),
      item('c', 'busy'),
    ];
    const { statuses, results } = await run([
      ...items,
      item('d'),
    ]);
    assert.deepEqual(statuses, [
      'a 201',
      'b 422',
      'c 503',
      'd 201',
    ]);
    const again = results.map((result) => result.again);
    assert.deepEqual(again, [false, false, true, false]);
  });

  it('answers in the order of its items', async () => {
    const apply = async (chunk: readonly Item<Body>[]) =>
      chunk.map(judge).toReversed();
    const { results } = await run(letters('abcd'), { apply });
    assert.equal(results.map(({ id }) => id).join(''), 'abcd');
  });

  it('runs so many chunks at once, no more', async () => {
    let running = 0;
    let most = 0;
    const apply = async (chunk: readonly Item<Body>[]) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return chunk.map(judge);
    };
    const more = { chunk: 1, workers: 3, apply };
    const { statuses } = await run(letters('abcdefgh'), more);
    assert.equal(most, 3);
    assert.equal(statuses.length, 8);
  });
});

describe('a chunk that breaks', () => {
  const broken = new Error('connection lost');
  const apply = async (chunk: readonly Item<Body>[]) => {
    if (chunk.some(({ id }) => id === 'c')) throw broken;
    return chunk.map(judge);
  };

  it('is unknown, and stops no other', async () => {
    const { results, errors } = await run(letters('abcde'), {
      apply,
    });
    assert.deepEqual(errors, [broken]);
    const problems = results.map(
      ({ problem }) => problem ?? 'done',
    );
    const twice = ['unknown', 'unknown'];
    assert.deepEqual(problems, [
      'done',
      'done',
      ...twice,
      'done',
    ]);
    assert.equal(results[2]?.again, true);
  });

  it('is heard where it throws before it waits', async () => {
    const { errors, statuses } = await run(letters('a'), {
      apply: () => {
        throw broken;
      },
    });
    assert.deepEqual(errors, [broken]);
    assert.deepEqual(statuses, ['a 503']);
  });

  it('or tells too little is unknown for the rest', async () => {
    const { results } = await run(letters('ab'), {
      apply: async ([first]) => (first ? [judge(first)] : []),
    });
    assert.deepEqual(results[1], {
      id: 'b',
      status: 503,
      problem: 'unknown',
      again: true,
    });
  });
});

describe('an item after another', () => {
  it('is done when that one is done', async () => {
    const items = [item('a'), item('b', 'good', 'a'), item('c')];
    const { chunks } = await run([
      ...items,
      item('d', 'good', 'b'),
    ]);
    assert.deepEqual(chunks, ['ac', 'b', 'd']);
  });

  for (const [body, again] of [
    ['bad', false],
    ['busy', true],
  ] as const)
    it(`is not tried where that is ${body}`, async () => {
      const items = [item('a', body), item('b', 'good', 'a')];
      const { results, chunks } = await run(items);
      assert.deepEqual(chunks, ['a']);
      assert.deepEqual(results[1], {
        id: 'b',
        status: 424,
        problem: 'failed-dependency',
        again,
      });
    });

  it('hands its failure on', async () => {
    const chain = [
      item('b', 'good', 'a'),
      item('c', 'good', 'b'),
    ];
    const { statuses } = await run([item('a', 'bad'), ...chain]);
    assert.deepEqual(statuses, ['a 422', 'b 424', 'c 424']);
  });
});

describe('a batch that is stopped', () => {
  it('ends what runs and tries nothing more', async () => {
    const stop = new AbortController();
    const chunks: string[] = [];
    const apply = async (chunk: readonly Item<Body>[]) => {
      chunks.push(chunk.map(({ id }) => id).join(''));
      stop.abort();
      return chunk.map(judge);
    };
    const { statuses, results } = await run(
      letters('abcd'),
      { apply },
      stop.signal,
    );
    assert.deepEqual(chunks, ['ab']);
    assert.deepEqual(statuses, [
      'a 201',
      'b 201',
      'c 503',
      'd 503',
    ]);
    assert.equal(results[3]?.problem, 'canceled');
    assert.equal(results[3]?.again, true);
  });
});

describe('the limits of a batch', () => {
  const limits = { items: 3, bytes: 100 };
  const check = (items: readonly Item<Body>[], bytes = 10) =>
    checkBatch(items, bytes, limits);

  it('let it pass at the limit', () => {
    check([item('a'), item('b', 'good', 'a'), item('c')], 100);
  });

  for (const [problem, items, bytes, status, detail] of [
    [
      'too-large',
      letters('a'),
      101,
      413,
      '101 bytes; at most 100',
    ],
    ['too-many', letters('abcd'), 10, 422, '4 items; at most 3'],
    ['empty', [], 10, 422, 'no items'],
    [
      'repeated-id',
      letters('aba'),
      10,
      422,
      '"a" is there twice',
    ],
    [
      'unknown-after',
      [item('a', 'good', 'b'), item('b')],
      10,
      422,
      'no "b" before "a"',
    ],
    [
      'unknown-after',
      [item('a', 'good', 'a')],
      10,
      422,
      'no "a" before "a"',
    ],
  ] as const)
    it(`refuse it by name: ${problem}, ${detail}`, () => {
      assert.throws(
        () => check(items, bytes),
        (error) =>
          error instanceof BatchRefusedError &&
          error.status === status &&
          error.problem === problem &&
          error.message === detail,
      );
    });
});

const receipt = (id: string, product: number): Item<Change> => ({
  id,
  body: { product },
});
const taken = (id: string): Result => ({
  id,
  status: 201,
  again: false,
});
const later = (id: string): Result => ({
  id,
  status: 503,
  again: true,
});
const never = (id: string): Result => ({
  id,
  status: 422,
  again: false,
});
const numbered = (text: string): Item<number>[] =>
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
          id === 'x' ? never(id) : taken(id),
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
      const view = all.start('1', numbered('axc'));
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
      all.start('1', numbered('ab'));
      await clock.sleep(1_500);
      assert.deepEqual(
        all.start('1', numbered('ab')),
        all.view('1'),
      );
      assert.equal(all.view('1')?.done, 1);
      assert.equal(all.start('1', numbered('ac')), 'differs');
      await clock.sleep(1_500);
    });
    assert.equal(all.view('1')?.done, 2);
  });

  it('is refused while too many run, and not after', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', numbered('a'));
      all.start('2', numbered('b'));
      assert.equal(all.start('3', numbered('c')), 'full');
      assert.equal(all.view('3'), undefined);
      await clock.sleep(1_500);
      assert.notEqual(all.start('3', numbered('c')), 'full');
      await clock.sleep(1_500);
    });
    assert.equal(all.view('3')?.done, 1);
  });

  it('stops on request, and keeps what is done', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', numbered('abc'));
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
      all.start('1', numbered('a'));
      await clock.sleep(500);
      all.cancel('1');
      await clock.sleep(1_000);
    });
    assert.equal(all.view('1')?.state, 'done');
  });

  it('is forgotten some time after its end', async () => {
    const { clock, all } = jobs();
    await clock.run(async () => {
      all.start('1', numbered('a'));
      await clock.sleep(10_500);
      all.start('2', numbered('a'));
      assert.equal(all.view('1')?.state, 'done');
      await clock.sleep(1_000);
      all.start('3', numbered('a'));
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
    const first = [taken('a'), never('b'), later('c')];
    const { sent, known } = await send(numbered('abc'), [
      first,
      [taken('c')],
    ]);
    assert.deepEqual(sent, ['a b c', 'c']);
    const statuses = [...known.values()].map(
      ({ status }) => status,
    );
    assert.deepEqual(statuses, [201, 422, 201]);
  });

  it('sends all again where no answer came', async () => {
    const all = [taken('a'), taken('b')];
    const { sent } = await send(numbered('ab'), [undefined, all]);
    assert.deepEqual(sent, ['a b', 'a b']);
  });

  it('sends again what an answer left out', async () => {
    const { sent } = await send(numbered('ab'), [
      [taken('a')],
      [taken('b')],
    ]);
    assert.deepEqual(sent, ['a b', 'b']);
  });

  it('waits longer each time, and gives up', async () => {
    const { at, known } = await send(numbered('a'), [
      [later('a')],
      [later('a')],
      [later('a')],
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
      ...numbered('ab'),
      pair('c', 'a'),
      pair('d', 'b'),
    ];
    const first = [
      taken('a'),
      later('b'),
      later('c'),
      later('d'),
    ];
    const { sent } = await send(batch, [first]);
    assert.deepEqual(sent.slice(0, 2), ['a b ca db', 'b c db']);
  });

  it('does not send again what is refused as a whole', async () => {
    let calls = 0;
    const refused = send(numbered('a'), [], {
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
      const answers = [[later('a')]];
      const options = {
        clock,
        random: () => 0.5,
        tries: 3,
        baseMs: 1_000,
        send: async () => answers.shift(),
      };
      await sendAll(numbered('a'), options, end.signal);
    });
    await assert.rejects(sending, /closing/);
    assert.equal(clock.pending, 0);
  });
});
