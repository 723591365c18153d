import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';
import { sharesDatabase } from './shared-database.ts';

const page = 'api-design-and-patterns/pagination-strategies';
const example = playedExample(page);
const { knobs, play, trace } = example;

const labels = {
  rows: 'rows read in all',
  last: 'for the last page',
  twice: 'sent twice',
  never: 'never sent',
};
/** By offset and by keyset, where no knob is turned. */
const usual = {
  rows: [20_539, 1_039],
  last: [1_000, 25],
  twice: [20, 0],
  never: [20, 0],
} as const;

const figures = (stdout: string) => tableOf(stdout, labels);

sharesDatabase();

describe('the example of pagination', { timeout: 300_000 }, () => {
  keepsItsWord(example);

  it('draws rows read that grow by offset and stand still by keyset', async () => {
    const { stdout, events } = await trace();
    expect(figures(stdout)).toEqual(usual);
    const read = (run: string): readonly number[] =>
      events.flatMap((event) =>
        event.kind === 'value' && event.run === run && event.series === 'rows read for the page'
          ? [event.value]
          : [],
      );
    const offset = read('baseline');
    expect(offset).toEqual(offset.toSorted((a, b) => a - b));
    expect([offset[0], offset.at(-1)]).toEqual([26, 1000]);
    const keyset = read('pattern');
    expect(keyset).toHaveLength(40);
    expect(new Set(keyset.slice(0, -1))).toEqual(new Set([26]));
    const wrong = events.filter((event) => event.kind === 'call' && event.outcome === 'failed');
    expect(new Set(wrong.map(({ run }) => run))).toEqual(new Set(['baseline']));
    // Each cursor that leads nowhere is told so.
    expect(stdout).toMatch(/back and on again: same$/m);
    expect(stdout).toMatch(/other shop: 400 other-list$/m);
    expect(stdout).toMatch(/other sort: 400 other-list$/m);
    expect(stdout).toMatch(/made up: 400 unreadable$/m);
    expect(stdout).toMatch(/after a release: 400 outdated$/m);
  });

  it.each(['min', 'max'] as const)('runs with every count at its %s', async (end) => {
    const counts = knobs.filter(({ max }) => max > 1);
    const set = Object.fromEntries(counts.map((knob) => [knob.env, knob[end]]));
    const { twice, never } = figures(await play(set));
    expect(twice[1]).toBe(0);
    // What is missed by keyset are rows whose date was set anew, and no others.
    const pages = Math.ceil((set['ROWS'] ?? NaN) / (set['PAGE_SIZE'] ?? NaN));
    expect(never[1]).toBeLessThanOrEqual((set['MOVED'] ?? NaN) * Math.ceil(pages / 8));
  });

  it('prints on the page the plan that its test has seen', async () => {
    const folder = `patterns/${page}`;
    const [prose, test] = await Promise.all([
      readFile(`${folder}/index.mdx`, 'utf8'),
      readFile(`${folder}/example/pagination.test.ts`, 'utf8'),
    ]);
    const shown = /```text\n([^`]+)\n```/.exec(prose)?.[1] ?? '';
    const lines = shown.split('\n').map((line) => line.trim());
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(test).toContain(line);
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'TIE_BREAKER=0': (stdout) => {
    expect(figures(stdout).never).toEqual([20, 165]);
    // Five after each page but the last.
    expect(stdout).toMatch(/page 2 skips 5$/m);
    expect(stdout).toMatch(/page 34: read 10 rows/);
    return '165';
  },
  'AS_DATE=1': (stdout) => {
    expect(figures(stdout).never).toEqual([20, 195]);
    return '195';
  },
  'INDEX=0': (stdout) => {
    expect(figures(stdout).rows).toEqual([80_300, 80_300]);
    expect(stdout).toMatch(/Seq Scan 2000, Sort 25, Limit 25/);
    expect(figures(stdout).never[1]).toBe(0);
    return '80,300 and 80,300';
  },
  'MOVED=2': (stdout) => {
    const { twice, never } = figures(stdout);
    expect(never[1]).toBe(10);
    expect(twice).toEqual([usual.twice[0] + 6, 0]);
    expect(never[0]).toBeGreaterThan(usual.never[0]);
    return '10';
  },
  'INSERTED=0 DELETED=0': (stdout) => {
    const { rows, twice, never } = figures(stdout);
    expect([twice, never]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(rows).toEqual(usual.rows);
    return 'The rows read';
  },
  'PAGE_SIZE=100': (stdout) => {
    const { rows } = figures(stdout);
    expect(rows).toEqual([5_507, 1_009]);
    expect(usual.rows[0] / rows[0]).toBeCloseTo(3.7, 1);
  },
};

describe('an experiment', { timeout: 300_000 }, () => {
  answersExperiments(example, play, claims);
});
