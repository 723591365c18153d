import { beforeEach, expect, it } from 'vitest';
import { Labor } from '../../../../playground/engines/embedded/worker/labor.ts';
import { laborText, restText } from '../../../../playground/engines/embedded/protocol.ts';

let posted: unknown[];
let timers: (() => void)[];
let nowMs: number;
let labor: Labor;

beforeEach(() => {
  posted = [];
  timers = [];
  nowMs = 0;
  labor = new Labor({
    post: (message: unknown) => void posted.push(message),
    monotonicMs: () => nowMs,
    setTimeout: (run: () => void) => void timers.push(run),
  } as never);
});

it('tells the end at once also when labor follows on labor: no timer may come after it', () => {
  for (let time = 0; time < 10; time++) labor.during(() => undefined);
  expect(posted).toEqual(Array.from({ length: 10 }, () => [laborText, restText]).flat());
  expect(timers).toEqual([]);
});

it('puts off the ends of very many, and tells the last', () => {
  for (let time = 0; time < 1000; time++) labor.during(() => undefined);
  expect(posted.length).toBeLessThan(110);
  expect(posted.at(-1)).toBe(laborText);
  timers.forEach((run) => run());
  expect(posted.at(-1)).toBe(restText);
});

it('tells nested labor once', () => {
  labor.during(() => labor.during(() => undefined));
  expect(posted).toEqual([laborText, restText]);
});

it('may tell again as time goes by', () => {
  for (let time = 0; time < 60; time++) labor.during(() => undefined);
  timers.forEach((run) => run());
  nowMs += 1000;
  posted.length = 0;
  labor.during(() => undefined);
  expect(posted).toEqual([laborText, restText]);
});
