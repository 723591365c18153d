import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LatestWins, type Task } from '../../../../playground/session/latest-wins.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A task that ends when the test says so, or when it is aborted. */
function task(name: string, log: string[]): { run: Task; end: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const run: Task = async (signal) => {
    log.push(`${name} begins`);
    signal.addEventListener('abort', () => {
      log.push(`${name} ${String(signal.reason)}`);
      resolve(undefined);
    });
    await promise;
  };
  return { run, end: () => resolve(undefined) };
}

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

describe('of many tasks', () => {
  it('runs the first, then the last that was asked for meanwhile', async () => {
    const log: string[] = [];
    const runs = new LatestWins();
    const first = task('first', log);
    runs.submit(first.run, 600);
    runs.submit(task('second', log).run, 600);
    runs.submit(task('third', log).run, 600);
    expect(log).toEqual(['first begins']);
    first.end();
    await settle();
    expect(log).toEqual(['first begins', 'third begins']);
  });

  it('ends the one that runs once patience is over, counted from the first wish', async () => {
    const log: string[] = [];
    const runs = new LatestWins();
    runs.submit(task('first', log).run, 0);
    runs.submit(task('second', log).run, 600);
    await vi.advanceTimersByTimeAsync(500);
    runs.submit(task('third', log).run, 600);
    await vi.advanceTimersByTimeAsync(100);
    expect(log).toEqual(['first begins', 'first replaced', 'third begins']);
  });

  it('ends the one that runs at once without patience', async () => {
    const log: string[] = [];
    const runs = new LatestWins();
    runs.submit(task('first', log).run, 600);
    runs.submit(task('second', log).run, 0);
    await settle();
    expect(log).toEqual(['first begins', 'first replaced', 'second begins']);
  });

  it('does not end a later one by the patience for an earlier one', async () => {
    const log: string[] = [];
    const runs = new LatestWins();
    const first = task('first', log);
    runs.submit(first.run, 0);
    runs.submit(task('second', log).run, 600);
    first.end();
    await vi.advanceTimersByTimeAsync(700);
    expect(log).toEqual(['first begins', 'second begins']);
  });
});

it('stops what runs and forgets what waits', async () => {
  const log: string[] = [];
  const runs = new LatestWins();
  runs.submit(task('first', log).run, 600);
  runs.submit(task('second', log).run, 600);
  runs.stop();
  await vi.advanceTimersByTimeAsync(700);
  expect(log).toEqual(['first begins', 'first stopped']);
});
