import { describe, expect, it } from 'vitest';
import {
  always,
  Random,
  Service,
  Slots,
  VirtualClock,
  World,
} from '../../../../playground/lab/index.ts';
import type { ServiceOptions, TraceEvent } from '../../../../playground/lab/index.ts';
import { recordTrace } from './record-trace.ts';

type Options = ServiceOptions<string, string>;

interface Stage {
  readonly clock: VirtualClock;
  readonly service: Service<string, string>;
}

function setUp(options: Partial<Options> = {}): Stage {
  const clock = new VirtualClock();
  const world = new World('test', clock, new Random(1));
  const service = new Service<string, string>(world, {
    name: 'payment',
    latencyMs: () => 100,
    handle: async (order) => `${order} paid`,
    ...options,
  });
  return { clock, service };
}

const call = { from: 'checkout', label: 'order 1' };
const traced = { kind: 'call', run: 'test', from: 'checkout', to: 'payment', label: 'order 1' };

/** The events of one call, made in virtual time. */
function callOnce({ clock, service }: Stage, options = {}): Promise<TraceEvent[]> {
  return recordTrace(() =>
    clock.run(() => service.call('order 1', { ...call, ...options }).catch(() => {})),
  );
}

describe('Service', () => {
  it('answers after its latency and traces the call', async () => {
    const events = await callOnce(setUp());
    expect(events).toEqual([{ ...traced, startMs: 0, endMs: 100, outcome: 'answered' }]);
  });

  it('tells a substitute from an answer', async () => {
    const events = await callOnce(setUp({ outcomeOf: () => 'fallback' }));
    expect(events).toMatchObject([{ outcome: 'fallback' }]);
  });

  it('traces an error with its reason', async () => {
    const events = await callOnce(setUp({ faults: always('error') }));
    expect(events).toMatchObject([{ outcome: 'failed', endMs: 100, note: '503' }]);
  });

  it('hangs until the timeout of its caller, and leaves no timer', async () => {
    const stage = setUp({ faults: always('hang') });
    const events = await callOnce(stage, { timeoutMs: 3000 });
    expect(events).toMatchObject([{ outcome: 'timed-out', endMs: 3000, note: 'no answer in 3 s' }]);
    expect(stage.clock.pending).toBe(0);
  });

  it('answers 504 where one that it called gave no answer', async () => {
    const { clock, service: payment } = setUp({ faults: always('hang') });
    const world = new World('test', clock, new Random(1));
    const checkout = new Service<string, string>(world, {
      name: 'checkout',
      latencyMs: () => 0,
      handle: (order) => payment.call(order, { ...call, timeoutMs: 3000 }),
    });
    const events = await recordTrace(() =>
      clock.run(async () => {
        const calling = checkout.call('order 1', { from: 'customers', label: 'order 1' });
        await expect(calling).rejects.toMatchObject({ status: 504 });
      }),
    );
    expect(events.map((event) => event.kind === 'call' && [event.to, event.outcome])).toEqual([
      ['payment', 'timed-out'],
      ['checkout', 'failed'],
    ]);
  });

  it('stops working when the caller hangs up, and gives its slot back', async () => {
    const controller = new AbortController();
    const clock = new VirtualClock();
    const slots = new Slots({ clock, size: 1 });
    const world = new World('test', clock, new Random(1));
    const service = new Service<string, string>(world, {
      name: 'payment',
      slots,
      latencyMs: () => 100,
      handle: async () => 'paid',
    });
    clock.setTimer(40, () => controller.abort(new Error('gone')));
    const events = await callOnce({ clock, service }, { signal: controller.signal });
    expect(events).toMatchObject([{ outcome: 'failed', endMs: 40, note: 'gone' }]);
    expect(slots.held).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('fails a call that is cancelled before it starts', async () => {
    const events = await callOnce(setUp(), { signal: AbortSignal.abort(new Error('gone')) });
    expect(events).toMatchObject([{ outcome: 'failed', startMs: 0, endMs: 0 }]);
  });
});
