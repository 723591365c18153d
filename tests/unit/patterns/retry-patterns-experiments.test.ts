import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, row } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/retry-patterns');
const { knobs, play } = example;

/** Second at which each run answers again; none where it does not. */
function recoveries(stdout: string): readonly (number | undefined)[] {
  return stdout
    .split('\n\n')
    .slice(0, 2)
    .map((story) => /^ *([\d.]+) +answers again/m.exec(story)?.[1])
    .map((at) => (at === undefined ? undefined : Number(at)));
}

describe('the example of retry patterns', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('shows what a budget saves', async () => {
    const stdout = await play();
    expect(row(stdout, 'answered in time')).toEqual([145, 513]);
    expect(row(stdout, 'attempts sent')).toEqual([1510, 610]);
    expect(row(stdout, 'work for nobody')).toEqual([611, 97]);
    expect(row(stdout, 'done more than once')).toEqual([185, 10]);
    expect(recoveries(stdout)).toEqual([undefined, 14]);
  });

  it.each(knobs)('runs with $env at both ends, and accounts for every request', async (knob) => {
    for (const value of [knob.min, knob.max]) {
      const stdout = await play({ [knob.env]: value });
      const perSecond = knob.env === 'LOAD_PER_S' ? value : 20;
      const answered = row(stdout, 'answered in time');
      const failed = row(stdout, 'failed');
      for (const column of [0, 1] as const) {
        expect(answered[column] + failed[column]).toBe(30 * perSecond);
      }
    }
  });
});

/** What the page says about each experiment, by its setting: the numbers, and the right choice. */
const claims: Claims<string> = {
  'ATTEMPTS=1': (stdout) => {
    const [, answered] = row(stdout, 'answered in time');
    expect(answered).toBe(552);
    expect(recoveries(stdout)).toEqual([12, 12]);
    return answered > 513 ? 'More' : answered === 513 ? 'As many' : 'Fewer';
  },
  'BACKOFF_MS=3000': (stdout) => {
    const [answered] = row(stdout, 'answered in time');
    expect(answered).toBe(157);
    const [at] = recoveries(stdout);
    return at !== undefined ? 'Yes' : answered > 200 ? 'A little' : 'No';
  },
  'QUEUE=15': (stdout) => {
    expect(row(stdout, 'answered in time')).toEqual([570, 566]);
    const [at] = recoveries(stdout);
    expect(at).toBe(11);
    return at === undefined ? 'It collapses as before' : 'It recovers';
  },
  'BUDGET_PCT=100': (stdout) => {
    const [, answered] = row(stdout, 'answered in time');
    return answered === 513 ? 'Nothing changes' : answered > 200 ? 'No, but it is worse' : 'Yes';
  },
  'ERROR_PCT=30 SLOW_S=0': (stdout) => {
    expect(row(stdout, 'failed')).toEqual([16, 149]);
    const [without, withIt] = row(stdout, 'answered in time');
    return without > withIt ? 'Without it' : 'With the budget';
  },
  'LOAD_PER_S=16': (stdout) => {
    expect(row(stdout, 'failed')).toEqual([0, 0]);
    return undefined;
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, play, claims);

  it('on the share of the budget names what the burst does', async () => {
    expect(recoveries(await play({ BURST: 100 }))).toEqual([undefined, 18]);
  });
});
