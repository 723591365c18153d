import { arrivals, compare, knob, spread } from '#lab';
import type { Clock, Figure, World } from '#lab';
import { Pipe } from './pipe.ts';
import { readFeed } from './reader.ts';
import type { Answer } from './reader.ts';
import { plain, resumable } from './servers.ts';
import type { Server, Side } from './servers.ts';
import { TABLETS, Warehouse } from './warehouse.ts';

const downS = knob('DOWN_S', 2, 's', { min: 0, max: 5 });

const RUN_MS = 40_000;
const OPENING_MS = 3_000;
const SAMPLE_MS = 250;
const DEPLOY_MS = 8_000;
const PROXY_IDLE_MS = 6_000;
interface Request {
  readonly tablet: number;
  readonly lastEventId: string;
}

/** Then nothing reaches tablet 1, and tablet 2 is slow. */
const AWAY = { fromMs: 14_000, toMs: 24_000 };

async function play(
  world: World,
  side: (warehouse: Warehouse) => Side,
): Promise<Figure[]> {
  const { clock } = world;
  const warehouse = new Warehouse(world);
  const { start, missed, reads, opened, late } = side(warehouse);
  const day = new AbortController();
  let server: Server | undefined = start(day.signal);

  const read = async (tablet: number): Promise<void> => {
    const status = await readFeed(
      {
        clock,
        ...reads,
        open: (lastEventId) =>
          connect(
            warehouse,
            { tablet, lastEventId },
            () => server,
          ),
        onMessage: (message) =>
          warehouse.tally.show(tablet, message),
        onOpen: (isOpen) => {
          warehouse.tally.opened(tablet, isOpen);
          if (isOpen) void opened(tablet);
        },
      },
      day.signal,
    );
    warehouse.tally.off(tablet, status);
  };

  tellAway(world);
  deploy(world, (isUp) => {
    server?.close();
    server = isUp ? start(day.signal) : undefined;
  });
  clock.setTimer(RUN_MS, () => day.abort());
  await Promise.all([
    arrivals(clock, openings(world), (tablet) =>
      read(tablet).catch((error: unknown) => {
        if (!day.signal.aborted) throw error;
      }),
    ),
    arrivals(clock, warehouse.orderTimes, async (n) => {
      const order = warehouse.order(n);
      if (server) server.publish(order);
      else missed(order);
    }),
    arrivals(clock, samples(), async () =>
      warehouse.tally.sample(),
    ),
  ]);
  return warehouse.tally.figures(late());
}

/** What the load balancer and the door answer. */
async function connect(
  warehouse: Warehouse,
  { tablet, lastEventId }: Request,
  serverNow: () => Server | undefined,
): Promise<Answer> {
  const { clock } = warehouse.world;
  const reaches = (): boolean => tablet !== 1 || !isAway(clock);
  const isSlow = (): boolean => tablet === 2 && isAway(clock);
  await clock.sleep(20);
  if (!reaches()) throw new Error('no network');
  warehouse.tally.connects();
  if (!serverNow()) return refusal(502);
  if (!(await warehouse.enter(tablet))) return refusal(503);
  const server = serverNow();
  if (!server) return refusal(502);
  let leave = (): void => {};
  const pipe = new Pipe({
    clock,
    reaches,
    room: 3,
    idleMs: PROXY_IDLE_MS,
    writeMs: () => (isSlow() ? 2_000 : 10),
    onWaiting: (count) => warehouse.tally.waiting(count),
    onIdle: () =>
      warehouse.world.noteOnce('the proxy ends silent streams'),
    onEnd: () => leave(),
  });
  leave = server.join(pipe, lastEventId);
  const type = 'text/event-stream';
  return { status: 200, type, body: pipe.body };
}

function refusal(status: number): Answer {
  return { status, type: 'text/html', body: null };
}

function isAway(clock: Clock): boolean {
  const now = clock.now();
  return now >= AWAY.fromMs && now < AWAY.toMs;
}

function tellAway(world: World): void {
  const { fromMs, toMs } = AWAY;
  world.clock.setTimer(fromMs, () =>
    world.note('tablet 1 unreachable, 2 slow'),
  );
  world.clock.setTimer(toMs, () => world.note('both are back'));
}

function deploy(
  world: World,
  restart: (isUp: boolean) => void,
): void {
  const upMs = DEPLOY_MS + downS * 1000;
  const show = (isUp: boolean): void =>
    world.state(
      'server',
      isUp ? 'up' : 'down',
      isUp ? 'normal' : 'blocked',
    );
  show(true);
  world.span('deploy', DEPLOY_MS, upMs);
  world.clock.setTimer(DEPLOY_MS, () => {
    world.note('deploy: all streams end');
    show(false);
    restart(false);
  });
  world.clock.setTimer(upMs, () => {
    world.note('the new server is up');
    show(true);
    restart(true);
  });
}

function openings({ random }: World): number[] {
  const everyMs = OPENING_MS / TABLETS;
  return spread(random.fork('tablets'), {
    count: TABLETS,
    everyMs,
    within: [0, 1],
  });
}

function samples(): number[] {
  const count = RUN_MS / SAMPLE_MS;
  return Array.from({ length: count }, (_, n) => n * SAMPLE_MS);
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Plain events, as in a tutorial',
    heading: 'plain',
    play: (world) => play(world, plain),
  },
  pattern: {
    title: 'Ids, replay, heartbeats, spread',
    heading: 'resumable',
    play: (world) => play(world, resumable),
  },
});
