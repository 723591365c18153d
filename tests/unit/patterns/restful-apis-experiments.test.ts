import { describe, expect, it } from 'vitest';
import { readExamplePack } from '../../../src/patterns/example-pack.ts';
import { openapiProblems } from '../../../src/patterns/openapi-problems.ts';
import { answersExperiments, keepsItsWord, playedExample, row } from './play-example.ts';
import type { Claims } from './play-example.ts';

const capability = 'api-design-and-patterns/restful-apis';
const example = playedExample(capability);
const { knobs, play } = example;

describe('the example of RESTful APIs', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it.each(knobs)('runs with $env at both ends, and no item is unaccounted for', async (knob) => {
    for (const value of [knob.min, knob.max]) {
      const stdout = await play({ [knob.env]: value });
      const clerks = knob.env === 'CLERKS' ? value : 3;
      const rows = ['items kept', 'lost unnoticed', 'gave up, told'].map((one) => row(stdout, one));
      for (const column of [0, 1]) {
        expect(rows.reduce((sum, cells) => sum + (cells[column] ?? NaN), 0)).toBe(clerks);
      }
    }
  });

  it('has a contract that validates', async () => {
    expect(await openapiProblems(await readExamplePack(capability))).toEqual([]);
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'CLERKS=8': (stdout) => {
    expect(row(stdout, 'items kept')).toEqual([0, 3]);
    expect(row(stdout, 'gave up, told')).toEqual([0, 5]);
    expect(row(stdout, 'lost unnoticed')).toEqual([8, 0]);
    expect(row(stdout, 'requests')).toEqual([23, 49]);
    return '3';
  },
  'REQUIRE_IF_MATCH=0': (stdout) => {
    expect(row(stdout, 'items kept')).toEqual([0, 0]);
    expect(row(stdout, 'lost unnoticed')).toEqual([3, 3]);
    expect(stdout.match(/import +PUT, no If-Match +200/g)).toHaveLength(2);
    return 'None';
  },
  'TRIES=1': (stdout) => {
    expect(row(stdout, 'lost unnoticed')).toEqual([3, 0]);
    expect(row(stdout, 'items kept')).toEqual([0, 1]);
    expect(row(stdout, 'gave up, told')).toEqual([0, 2]);
    expect(row(stdout, 'requests')).toEqual([13, 13]);
    return 'No, but clerks are told';
  },
  'LOST_ANSWERS=5': (stdout) => {
    expect(row(stdout, 'orders made')).toEqual([6, 1]);
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, play, claims);
});
