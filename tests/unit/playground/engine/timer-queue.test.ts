import { describe, expect, test } from 'vitest';
import { Fifo } from '../../../../playground/engines/embedded/worker/loop/fifo.ts';
import {
  TimerQueue,
  type Entry,
} from '../../../../playground/engines/embedded/worker/loop/timer-queue.ts';

class Named {
  entry: Entry<this> | undefined;
  readonly name: string;
  readonly delayMs: number;
  constructor(name: string, delayMs: number) {
    this.name = name;
    this.delayMs = delayMs;
  }
}

function takeAll(queue: TimerQueue<Named>, nowMs: number): string[] {
  const names: string[] = [];
  for (let timer = queue.takeDue(nowMs); timer; timer = queue.takeDue(nowMs))
    names.push(timer.name);
  return names;
}

describe('TimerQueue', () => {
  test('gives what is due, by due time', () => {
    const queue = new TimerQueue<Named>();
    queue.add(new Named('c', 30), 0);
    queue.add(new Named('a', 10), 0);
    queue.add(new Named('b', 20), 0);
    expect(takeAll(queue, 9)).toEqual([]);
    expect(takeAll(queue, 20)).toEqual(['a', 'b']);
    expect(queue.nextDueMs()).toBe(30);
  });

  test('gives all due timers of one delay before those of another', () => {
    const queue = new TimerQueue<Named>();
    queue.add(new Named('ten a', 10), 0);
    queue.add(new Named('five', 5), 6);
    queue.add(new Named('ten b', 10), 8);
    expect(takeAll(queue, 50)).toEqual(['ten a', 'ten b', 'five']);
  });

  test('counts in whole milliseconds from the start of each', () => {
    const queue = new TimerQueue<Named>();
    queue.add(new Named('a', 10), 0.9);
    expect(queue.nextDueMs()).toBe(10);
  });

  test('forgets what is removed, and the old place of what is added again', () => {
    const queue = new TimerQueue<Named>();
    const again = new Named('again', 10);
    const gone = new Named('gone', 10);
    queue.add(again, 0);
    queue.add(gone, 0);
    queue.remove(gone);
    queue.add(again, 5);
    expect(takeAll(queue, 12)).toEqual([]);
    expect(takeAll(queue, 15)).toEqual(['again']);
    expect(queue.nextDueMs()).toBeUndefined();
  });
});

describe('Fifo', () => {
  test('keeps order over many items, and its size', () => {
    const fifo = new Fifo<number>();
    const taken: (number | undefined)[] = [];
    for (let item = 0; item < 5000; item++) {
      fifo.push(item);
      if (item % 2 === 0) taken.push(fifo.shift());
    }
    expect(fifo.size).toBe(2500);
    expect(fifo.peek()).toBe(2500);
    while (fifo.size > 0) taken.push(fifo.shift());
    expect(taken).toEqual(Array.from({ length: 5000 }, (_, item) => item));
    expect(fifo.shift()).toBeUndefined();
  });
});
