import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compare } from '../../../../playground/lab/index.ts';
import type { Figure, World } from '../../../../playground/lab/index.ts';
import { recordTrace } from './record-trace.ts';

/** A scenario with chance and time in it; it reports its last draw. */
async function play(world: World): Promise<Figure[]> {
  let value = 0;
  for (let turn = 0; turn < 5; turn++) {
    await world.clock.sleep(world.random.exponential(100));
    value = Math.floor(world.random.uniform(10, 99));
    world.value('drawn', value);
  }
  world.note('done');
  return [{ label: 'last draw', value, better: 'higher' }];
}

const comparison = {
  seed: 7,
  durationMs: 1000,
  baseline: { title: 'Without it', heading: 'without', play },
  pattern: { title: 'With it', heading: 'with', play },
};

describe('compare', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('plays both under the same seed: equal scenarios give equal events', async () => {
    const events = await recordTrace(() => compare(comparison));
    const of = (run: string): unknown[] =>
      events.filter((event) => event.run === run && event.kind !== 'run').map(withoutRun);
    expect(of('baseline').length).toBe(7);
    expect(of('pattern')).toEqual(of('baseline'));
  });

  it('is the same each time, and another with another seed', async () => {
    const first = await recordTrace(() => compare(comparison));
    expect(await recordTrace(() => compare(comparison))).toEqual(first);
    expect(await recordTrace(() => compare({ ...comparison, seed: 8 }))).not.toEqual(first);
  });

  it('prints both stories and one table', async () => {
    const { pattern } = await compare(comparison);
    const [figure] = pattern;
    const printed = vi.mocked(console.log).mock.calls.map(([line]) => String(line));
    expect(printed[0]).toBe('Without it');
    expect(printed[1]).toMatch(/^ {2}\d\.\d\d {2}done$/);
    expect(printed.at(-1)).toBe(
      ['           without  with', `last draw       ${figure?.value}    ${figure?.value}`].join(
        '\n',
      ),
    );
  });

  it('hands on what a scenario throws', async () => {
    const broken = { ...comparison.pattern, play: () => Promise.reject(new Error('no story')) };
    await expect(compare({ ...comparison, pattern: broken })).rejects.toThrow('no story');
  });
});

function withoutRun(event: object): object {
  return { ...event, run: '' };
}
