import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runBatch } from './batch.ts';
import type { BatchOptions, Item, Result } from './item.ts';
import { BatchRefusedError, checkBatch } from './limits.ts';

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
