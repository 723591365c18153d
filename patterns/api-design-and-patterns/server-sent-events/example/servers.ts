import { knob, reasonOf } from '#lab';
import { format } from './event-stream.ts';
import { Feed } from './feed.ts';
import type { Sink } from './feed.ts';
import { keepAlive } from './http-feed.ts';
import { AS_EVENT_SOURCE, PATIENT } from './reader.ts';
import type { ReaderOptions } from './reader.ts';
import { ReplayLog } from './replay-log.ts';
import type { Warehouse } from './warehouse.ts';

const whole = { whole: true } as const;
const keep = knob('KEEP', 20, '', { min: 1, max: 60, ...whole });
const spreadS = knob('SPREAD_S', 4, 's', { min: 0, max: 8 });
const beatS = knob('BEAT_S', 2, 's', { min: 0.5, max: 10 });
const outlives = knob('LOG_OUTLIVES', 1, '', {
  min: 0,
  max: 1,
  ...whole,
});
const reloads = knob('RELOAD', 0, '', {
  min: 0,
  max: 1,
  ...whole,
});

/** One server, until the next deploy. */
export interface Server {
  join(sink: Sink, lastEventId: string): () => void;
  publish(order: string): void;
  close(): void;
}

/** Servers of one kind, and the tablets that fit them. */
export interface Side {
  readonly start: (signal: AbortSignal) => Server;
  /** An order comes while no server is up. */
  readonly missed: (order: string) => void;
  /** How a tablet reads. */
  readonly reads: Omit<
    ReaderOptions,
    'clock' | 'open' | 'onMessage'
  >;
  /** What a tablet does whenever its stream opens. */
  readonly opened: (tablet: number) => Promise<void>;
  /** Orders that were not sent at once. */
  readonly late: () => number;
}

/** The baseline: each order to whoever is there. */
export function plain(warehouse: Warehouse): Side {
  const known = new Set<number>();
  return {
    start: () => {
      const sinks = new Set<Sink>();
      return {
        join: (sink) => {
          sinks.add(sink);
          return () => sinks.delete(sink);
        },
        publish: (data) => {
          for (const sink of sinks) sink.write(format({ data }));
        },
        close: () => {
          for (const sink of sinks) sink.end();
        },
      };
    },
    missed: () => {},
    reads: AS_EVENT_SOURCE,
    opened: async (tablet) => {
      if (known.has(tablet) && reloads === 0) return;
      known.add(tablet);
      const data = await warehouse.load(`tablet ${tablet}`);
      warehouse.tally.show(tablet, { event: 'snapshot', data });
    },
    late: () => 0,
  };
}

/** The pattern: ids, a log, snapshots, heartbeats, chance. */
export function resumable(warehouse: Warehouse): Side {
  const { world } = warehouse;
  const { clock, random } = world;
  const dice = random.fork('retry');
  const feeds: Feed[] = [];
  let log = new ReplayLog('1', keep);
  return {
    start: (signal) => {
      if (feeds.length > 0 && outlives === 0)
        log = new ReplayLog('2', keep);
      const feed = new Feed({
        log,
        snapshot: () => warehouse.load('feed'),
        retryMs: () => 1_000 + dice.next() * spreadS * 1000,
        onError: (error) => world.note(reasonOf(error)),
      });
      feeds.push(feed);
      const end = new AbortController();
      const stop = (): void => end.abort();
      signal.addEventListener('abort', stop, { once: true });
      const every = { clock, everyMs: beatS * 1000 };
      void keepAlive(feed, every, end.signal);
      return {
        join: (sink, id) => feed.join(sink, id),
        publish: (data) => feed.publish(data),
        close: () => {
          signal.removeEventListener('abort', stop);
          stop();
          feed.close();
        },
      };
    },
    missed: (order) => log.add(order),
    reads: { ...PATIENT, silenceMs: beatS * 2_500 },
    opened: async () => {},
    late: () =>
      feeds.reduce((sum, { written }) => sum + written.late, 0),
  };
}
