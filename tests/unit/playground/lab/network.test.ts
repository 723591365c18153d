import { describe, expect, it } from 'vitest';
import {
  Network,
  Random,
  Service,
  TimeoutError,
  VirtualClock,
  World,
} from '../../../../playground/lab/index.ts';
import type { Cut, NetworkOptions } from '../../../../playground/lab/index.ts';
import { recordTrace } from './record-trace.ts';

interface Stage {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly network: Network;
  readonly payment: Service<string, string>;
  /** Orders that payment has charged, with the moment. */
  readonly charged: [string, number][];
}

function setUp(options: NetworkOptions): Stage {
  const clock = new VirtualClock();
  const world = new World('test', clock, new Random(1));
  const network = new Network(world, options);
  const charged: [string, number][] = [];
  const payment = new Service<string, string>(world, {
    name: 'payment',
    network,
    latencyMs: () => 100,
    handle: async (order) => {
      charged.push([order, clock.now()]);
      return `${order} paid`;
    },
  });
  return { clock, world, network, payment, charged };
}

function pay({ payment }: Stage, label: string): Promise<string> {
  return payment.call(label, { from: 'shop', label, timeoutMs: 1000 });
}

const cut = (more: Partial<Cut> = {}): Cut => ({
  between: [['shop'], ['payment']],
  fromMs: 0,
  toMs: 5000,
  ...more,
});

describe('a network between services', () => {
  it('takes its time in both directions', async () => {
    const stage = setUp({ delayMs: ({ to }) => (to === 'payment' ? 10 : 30) });
    await stage.clock.run(async () => {
      expect(await pay(stage, 'order 1')).toBe('order 1 paid');
      expect(stage.clock.now()).toBe(140);
      expect(stage.charged).toEqual([['order 1', 110]]);
    });
  });

  it('loses a request at a cut: the caller times out, nothing was done, no timer is left', async () => {
    const stage = setUp({ cuts: [cut()] });
    await stage.clock.run(async () => {
      await expect(pay(stage, 'order 1')).rejects.toThrow(TimeoutError);
      expect(stage.clock.now()).toBe(1000);
    });
    expect(stage.charged).toEqual([]);
    expect(stage.clock.pending).toBe(0);
  });

  it('loses an answer at a cut that began meanwhile: the work is done, and the caller cannot know', async () => {
    const stage = setUp({ cuts: [cut({ fromMs: 50 })] });
    await stage.clock.run(async () => {
      await expect(pay(stage, 'order 1')).rejects.toThrow(TimeoutError);
    });
    expect(stage.charged).toEqual([['order 1', 100]]);
  });

  it('loses what is on its way when a cut begins', async () => {
    const stage = setUp({ delayMs: () => 20, cuts: [cut({ fromMs: 10 })] });
    await stage.clock.run(() => expect(pay(stage, 'order 1')).rejects.toThrow(TimeoutError));
    expect(stage.charged).toEqual([]);
  });

  it('heals at the end of a cut', async () => {
    const stage = setUp({ cuts: [cut()] });
    await stage.clock.run(async () => {
      await stage.clock.sleep(5000);
      expect(await pay(stage, 'order 2')).toBe('order 2 paid');
    });
  });

  it('leaves out whoever stands on neither side, and the other direction of a one-way cut', async () => {
    const { network } = setUp({ cuts: [cut({ oneWay: true })] });
    const ways = [
      { from: 'shop', to: 'payment' },
      { from: 'payment', to: 'shop' },
      { from: 'shop', to: 'stock' },
    ];
    expect(ways.map((way) => network.reaches(way))).toEqual([false, true, true]);
  });

  it('stops the work when its caller gives up, but not across a cut', async () => {
    for (const [cuts, stopped] of [
      [[], [1000]],
      [[cut({ fromMs: 500, toMs: 2000 })], []],
    ] as const) {
      const { clock, network, world } = setUp({ cuts });
      const stops: number[] = [];
      const slow = new Service<string, string>(world, {
        name: 'payment',
        network,
        latencyMs: () => 0,
        handle: async (order, signal) => {
          signal.addEventListener('abort', () => stops.push(clock.now()));
          await clock.sleep(4000, { signal });
          return order;
        },
      });
      await clock.run(async () => {
        const options = { from: 'shop', label: 'order 1', timeoutMs: 1000 };
        await expect(slow.call('order 1', options)).rejects.toThrow(TimeoutError);
        await clock.sleep(6000);
      });
      expect(stops).toEqual(stopped);
    }
  });

  it('carries an error back as an answer', async () => {
    const { clock, network } = setUp({ delayMs: () => 10 });
    await clock.run(async () => {
      const way = { from: 'shop', to: 'payment' };
      const failing = network.exchange(way, new AbortController().signal, async () => {
        throw new Error('no such card');
      });
      await expect(failing).rejects.toThrow('no such card');
      expect(clock.now()).toBe(20);
    });
  });

  it('loses single messages where asked, and delivers the others', async () => {
    let sent = 0;
    const { clock, network } = setUp({ loses: () => sent++ % 2 === 0 });
    const heard: number[] = [];
    await clock.run(async () => {
      for (const beat of [1, 2, 3, 4])
        network.send({ from: 'node 1', to: 'node 2' }, () => heard.push(beat));
      await clock.sleep(1);
    });
    expect(heard).toEqual([2, 4]);
  });

  it('draws each cut as a band', async () => {
    const events = await recordTrace(async () => {
      setUp({ cuts: [cut({ label: 'rack 2 is dark' })] });
    });
    expect(events).toEqual([
      { kind: 'span', run: 'test', label: 'rack 2 is dark', startMs: 0, endMs: 5000 },
    ]);
  });
});
