import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultLimits, type Limits } from '../../../../playground/engine/contract.ts';
import {
  largeChunk,
  messageChars,
  sendEveryMs,
  sendRate,
} from '../../../../playground/engines/embedded/protocol.ts';
import { Outlet } from '../../../../playground/engines/embedded/worker/output.ts';
import { FakeHost } from './fake-host.ts';

interface Message {
  readonly type: string;
  readonly items?: readonly { readonly stream: string; readonly text: string }[];
  readonly events?: readonly unknown[];
  readonly traceCut?: number;
}

let host: FakeHost;
const onFull = vi.fn();

beforeEach(() => {
  host = new FakeHost();
  onFull.mockClear();
});

const outletWith = (limits: Partial<Limits> = {}): Outlet =>
  new Outlet(host, { ...defaultLimits, ...limits }, onFull);
const messages = (): Message[] => host.posted.map((text) => JSON.parse(text) as Message);
const printed = (): string =>
  messages()
    .flatMap(({ items = [] }) => items.map(({ text }) => text))
    .join('');

describe('pace', () => {
  test('the first text leaves at once, the next ones together', async () => {
    const outlet = outletWith();
    for (const text of ['a', 'b', 'c']) outlet.write('stdout', text);
    expect(printed()).toBe('a');
    await host.runAll();
    expect(host.nowMs).toBe(sendEveryMs);
    expect(messages().map(({ items }) => items)).toEqual([
      [{ stream: 'stdout', text: 'a' }],
      [{ stream: 'stdout', text: 'bc' }],
    ]);
  });

  test('a loop that never yields shows large amounts at once', () => {
    const outlet = outletWith();
    outlet.write('stdout', 'first');
    for (let at = 0; at < 4; at++) outlet.write('stdout', 'x'.repeat(largeChunk / 2));
    expect(printed().length).toBe('first'.length + 2 * largeChunk);
  });

  test('a flood waits, and arrives complete before the last word', async () => {
    const outlet = outletWith({ outputBytes: 1 << 24 });
    const line = 'y'.repeat(messageChars);
    for (let at = 0; at < 100; at++) outlet.write('stdout', line);
    outlet.end({ type: 'end', reason: 'exit', code: 0 });
    expect(printed().length).toBeLessThanOrEqual(sendRate.chars);
    expect(messages().at(-1)?.type).toBe('said');
    await host.runAll();
    expect(printed().length).toBe(100 * messageChars);
    expect(messages().at(-1)?.type).toBe('end');
    expect(messages().filter(({ type }) => type === 'end').length).toBe(1);
  });

  test('many small writes make few messages', async () => {
    const outlet = outletWith();
    for (let at = 0; at < 500; at++) {
      outlet.write('stdout', `${at}\n`);
      await host.runAll((host.nowMs += 1));
    }
    await host.runAll();
    expect(printed().split('\n').length).toBe(501);
    expect(host.posted.length).toBeLessThan(500 / (sendEveryMs - 2));
  });
});

describe('content', () => {
  test('keeps the order of both streams', async () => {
    const outlet = outletWith();
    outlet.write('stdout', '1');
    outlet.write('stdout', '2');
    outlet.write('stderr', '3');
    outlet.write('stdout', '4');
    await host.runAll();
    expect(messages().flatMap(({ items }) => items)).toEqual([
      { stream: 'stdout', text: '1' },
      { stream: 'stdout', text: '2' },
      { stream: 'stderr', text: '3' },
      { stream: 'stdout', text: '4' },
    ]);
  });

  test('tells the limit and passes on what fits', async () => {
    const outlet = outletWith({ outputBytes: 5 });
    outlet.write('stdout', '123456789');
    expect(onFull).toHaveBeenCalledOnce();
    outlet.end({ type: 'end', reason: 'output-limit', code: 0 });
    outlet.write('stdout', 'after the end');
    await host.runAll();
    expect(printed()).toBe('12345');
  });

  test('drops trace events beyond their number, too long, or no JSON, and counts them', async () => {
    const outlet = outletWith({ traceEvents: 2 });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    for (const event of [{ at: 1 }, circle, undefined, 'x'.repeat(5000), { at: 2 }, { at: 3 }]) {
      outlet.trace(event);
    }
    outlet.end({ type: 'end', reason: 'exit', code: 0 });
    await host.runAll();
    expect(messages().flatMap(({ events = [] }) => events)).toEqual([{ at: 1 }, { at: 2 }]);
    expect(messages().at(-1)?.traceCut).toBe(4);
  });
});
