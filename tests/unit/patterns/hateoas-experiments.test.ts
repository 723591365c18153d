import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { orderPage } from '../../../patterns/api-design-and-patterns/hateoas/example/hal-forms.ts';
import { release1 } from '../../../patterns/api-design-and-patterns/hateoas/example/rules.ts';
import { answersExperiments, keepsItsWord, playedExample, row, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('api-design-and-patterns/hateoas');
const { knobs, play, trace } = example;

const labels = {
  done: 'tasks done',
  refused: 'refused requests',
  requests: 'requests',
  entries: 'of the entry',
  bytes: 'bytes an order',
} as const;

describe('the example of HATEOAS', { timeout: 120_000 }, () => {
  keepsItsWord(example);

  it.each(knobs)('runs with $env at both ends, and following loses no order', async (knob) => {
    for (const value of [knob.min, knob.max]) {
      const { done, entries } = tableOf(await play({ [knob.env]: value }), labels);
      const renames = knob.env === 'KIND' && value === 5;
      const blind = knob.env === 'SHOW_NEW' && value === 0;
      const wanted = knob.env === 'CHANGES' ? 6 * (value + 1) : 30;
      expect(done[1]).toBe(renames ? 16 : blind ? 26 : wanted);
      expect(entries[0]).toBe(0);
    }
  });

  it('loses more with each release where rules are built in', async () => {
    const built = (await play()).split('\n\n')[0] ?? '';
    const done = [...built.matchAll(/(\d) of 6 done/g)].map(([, count]) => Number(count));
    expect(done).toEqual([6, 6, 4, 0, 0]);
  });

  it('draws one failed lane after the other, and none where links are followed', async () => {
    const { events } = await trace();
    const failed = (run: string) =>
      events.filter((one) => one.kind === 'call' && one.run === run && one.outcome === 'failed');
    const lanes = new Set(failed('baseline').map((one) => one.kind === 'call' && one.to));
    expect([...lanes]).toEqual(['cancel', 'ship', 'pay']);
    expect(failed('pattern')).toEqual([]);
  });

  it.each([0, 10, 30, 40])(
    'refuses nothing where the entry is kept %i s and the overlap is longer',
    async (keptS) => {
      const stdout = await play({ KIND: 2, ENTRY_S: keptS, OVERLAP_S: 45 });
      expect(row(stdout, labels.refused)[1]).toBe(0);
    },
  );
});

/** What the page says about bytes, beside the table of the run. */
describe('forms', () => {
  const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
  const order = (id: number): object =>
    orderPage(release1, { id: `${id}`, state: 'placed', version: 1 }, 'buyer');
  const orders = Array.from({ length: 20 }, (_, index) => order(index + 1));

  it('take as many bytes as the page says', () => {
    const { _templates: forms } = order(1) as { _templates: Record<string, unknown> };
    const each = Object.entries(forms).map(([name, form]) => bytes({ [name]: form }));
    expect(each).toEqual([73, 84]);
    expect(bytes(order(1)) - 28 - 73 - 84).toBe(137);
  });

  it('take as many in a list', () => {
    const plain = orders.map((_, index) => ({ id: `${index + 1}`, status: 'placed' }));
    const self = plain.map((one) => ({
      ...one,
      _links: { self: { href: `/orders/${one.id}` } },
    }));
    const kilobytes = [orders, self, plain].map((list) => (bytes(list) / 1000).toFixed(1));
    expect(kilobytes).toEqual(['6.5', '1.4', '0.6']);
    expect((gzipSync(JSON.stringify(orders)).length / 1000).toFixed(1)).toBe('0.5');
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'KIND=5': (stdout) => {
    const { done, refused } = tableOf(stdout, labels);
    expect(done).toEqual([30, 16]);
    expect(refused).toEqual([0, 0]);
    return 'The one that follows';
  },
  'SHOW_NEW=0': (stdout) => {
    const { done, refused } = tableOf(stdout, labels);
    expect(done[1]).toBe(26);
    expect(refused[1]).toBe(0);
    return 'Its orders wait, in silence';
  },
  'KIND=2 ENTRY_S=60': async (stdout) => {
    const { done, refused, entries } = tableOf(stdout, labels);
    expect(done[1]).toBe(30);
    expect(refused[1]).toBe(2);
    expect(stdout).toMatch(
      /orders move\n +place +404 for buyer\n +6 of 6 done\n +r4 pay moves\n +order +404 for depot\n +6 of 6 done\n/,
    );
    expect(entries[1]).toBe(4);
    expect(row(await play({ KIND: 2 }), labels.entries)[1]).toBe(20);
    return '2 refused requests';
  },
  'KIND=2 OVERLAP_S=60': async (stdout) => {
    expect(row(stdout, labels.done)).toEqual([26, 30]);
    expect(row(await play({ KIND: 2 }), labels.done)[0]).toBe(11);
  },
  'CHANGES=0': (stdout) => {
    const { done, requests, entries, bytes } = tableOf(stdout, labels);
    expect(done).toEqual([6, 6]);
    expect(requests).toEqual([18, 22]);
    expect(entries[1]).toBe(4);
    expect(bytes).toEqual([28, 322]);
  },
};

describe('an experiment', { timeout: 120_000 }, () => {
  answersExperiments(example, play, claims);
});
