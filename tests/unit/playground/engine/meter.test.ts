import { expect, test } from 'vitest';
import { Meter } from '../../../../playground/engines/embedded/meter.ts';
import {
  floodBurst,
  floodRate,
  longestMessage,
  messageChars,
  sendEveryMs,
  sendRate,
} from '../../../../playground/engines/embedded/protocol.ts';

test('holds a burst, then what flows in', () => {
  const meter = new Meter({ messages: 10, chars: 100 }, { messages: 2, chars: 50 }, 0);
  expect([meter.take(10, 0), meter.take(10, 0), meter.take(10, 0)]).toEqual([true, true, false]);
  expect(meter.take(10, 99)).toBe(false);
  expect(meter.take(10, 100)).toBe(true);
});

test('refuses too many characters, and takes nothing then', () => {
  const meter = new Meter({ messages: 10, chars: 100 }, { messages: 5, chars: 50 }, 0);
  expect(meter.take(51, 0)).toBe(false);
  expect(meter.take(50, 0)).toBe(true);
});

test('never holds more than the burst', () => {
  const meter = new Meter({ messages: 10, chars: 100 }, { messages: 1, chars: 50 }, 0);
  expect([meter.take(1, 60_000), meter.take(1, 60_000)]).toEqual([true, false]);
});

test('what the worker may send is below what page and frame bear', () => {
  expect(sendRate.messages).toBeLessThan(floodRate.messages);
  expect(sendRate.chars).toBeLessThan(floodRate.chars);
  expect(sendRate.messages * 4).toBeLessThan(floodBurst.messages);
  expect(1000 / sendEveryMs).toBeLessThan(sendRate.messages);
  expect(JSON.stringify('\u0001'.repeat(messageChars)).length).toBeLessThan(longestMessage);
  expect(longestMessage).toBeLessThan(sendRate.chars);
});
