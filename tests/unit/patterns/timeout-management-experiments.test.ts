import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, row } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/timeout-management');
const { knobs, play } = example;

/** Second at which each run answers a new user after the fault. */
function recoveries(stdout: string): readonly (number | undefined)[] {
  return stdout
    .split('\n\n')
    .slice(0, 2)
    .map((story) => /^ *([\d.]+) +a new user/m.exec(story)?.[1])
    .map((at) => (at === undefined ? undefined : Number(at)));
}

describe('the example of timeout management', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('shows what a deadline saves', async () => {
    const stdout = await play();
    expect(row(stdout, 'answered')).toEqual([31, 37]);
    expect(row(stdout, 'told why not, in time')).toEqual([0, 8]);
    expect(row(stdout, 'left without a word')).toEqual([14, 0]);
    expect(row(stdout, 'stock busy in vain')).toEqual([9.8, 5.2]);
    expect(row(stdout, 'most in the shop')).toEqual([6, 4]);
    expect(recoveries(stdout)).toEqual([18.08, 13.54]);
  });

  it.each(knobs)('runs with $env at both ends, and accounts for every user', async (knob) => {
    for (const value of [knob.min, knob.max]) {
      const stdout = await play({ [knob.env]: value });
      const labels = ['answered', 'told why not, in time', 'left without a word'];
      for (const column of [0, 1] as const) {
        const users = labels.reduce((sum, label) => sum + row(stdout, label)[column], 0);
        expect(users).toBe(45);
      }
    }
  });
});

/** What the page says about each experiment, by its setting: the numbers, and the right choice. */
const claims: Claims<string> = {
  'HOP_TIMEOUT_S=2': (stdout) => {
    const [answered] = row(stdout, 'answered');
    const [told] = row(stdout, 'told why not, in time');
    expect(row(stdout, 'left without a word')).toEqual([14, 0]);
    expect(row(stdout, 'most in the shop')).toEqual([4, 4]);
    expect(recoveries(stdout)[0]).toBe(18.08);
    if (told > 0) return 'They get errors in time';
    return answered === 31 ? 'Nothing' : 'Most are answered';
  },
  'HOP_TIMEOUT_S=1': (stdout) => {
    const [answered] = row(stdout, 'answered');
    expect(answered).toBe(24);
    expect(row(stdout, 'left without a word')[0]).toBe(0);
    expect(row(stdout, 'stock busy in vain')[0]).toBe(14.3);
    expect(recoveries(stdout)[0]).toBe(21.04);
    return answered < 31 ? 'Fewer than 31' : 'As many';
  },
  'MARGIN_MS=0': (stdout) => {
    const [, answered] = row(stdout, 'answered');
    const [, told] = row(stdout, 'told why not, in time');
    expect([answered, told]).toEqual([37, 3]);
    expect(row(stdout, 'left without a word')[1]).toBe(5);
    return answered < 37 ? 'Answers' : told < 8 ? 'The reason' : 'Nothing';
  },
  'LEAST_MS=1500': (stdout) => {
    expect(row(stdout, 'stock busy in vain')[1]).toBe(0);
    expect(row(stdout, 'answered')[1]).toBe(40);
    return undefined;
  },
  'PATIENCE_S=4': (stdout) => {
    const [hops, deadline] = row(stdout, 'answered');
    expect(row(stdout, 'most in the shop')).toEqual([6, 6]);
    expect(hops).toBe(45);
    return hops === deadline ? 'Both the same' : 'One deadline';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, play, claims);
});
