import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import { Ledger } from './ledger.ts';
import { MemoryLog } from './saga-log.ts';
import { Saga } from './saga.ts';
import type { Step } from './saga.ts';
import { DOWN_FROM_MS, Shop } from './shop.ts';

const RUN_MS = 48_000;
const CRASH_MS = 27_000;
/** When the eight orders come. */
const ORDERS_S = [1, 5, 8.8, 16.4, 20.4, 24.5, 25.1, 33];

const upTo = (max: number) => ({ min: 1, max, whole: true });
const onOff = { min: 0, max: 1, whole: true };
const tries = knob('TRIES', 1, 'tries', upTo(4));
const undoTries = knob('UNDO_TRIES', 6, 'tries', upTo(8));
const tombstones = knob('TOMBSTONES', 1, '', onOff) === 1;
const captureFirst = knob('CAPTURE_FIRST', 0, '', onOff) === 1;
const undoLoop = knob('UNDO_LOOP', 1, '', onOff) === 1;
const holdS = knob('HOLD_S', 60, 's', { min: 2, max: 60 });
const stock = knob('STOCK', 8, '', upTo(8));
const downS = knob('DOWN_S', 5, 's', { min: 0, max: 12 });
const crashS = knob('CRASH_S', 3, 's', { min: 0, max: 5 });

/** How orders are carried out, by one process after another. */
interface Desk {
  /** Rejects where the process ends first. */
  take(order: string, signal: AbortSignal): Promise<void>;
  /** What a new process does first. */
  start(signal: AbortSignal): Promise<void>;
  entries(): number;
}

/** The baseline: a list in memory of what was done. */
function inMemory({ steps }: Shop, ledger: Ledger): Desk {
  const attempt: Desk['take'] = async (order, signal) => {
    const done: Step[] = [];
    try {
      for (const step of steps) {
        await step.act(order, signal);
        done.unshift(step);
      }
    } catch {
      ledger.set(order, 'back');
      if (!undoLoop) return;
      for (const { undo } of done) await undo?.(order, signal);
    }
  };
  // What fails here is told to the customer and to nobody else.
  const take: Desk['take'] = async (order, signal) => {
    await attempt(order, signal).catch(() => undefined);
    ledger.set(order, 'over');
  };
  return { take, start: async () => {}, entries: () => 0 };
}

/** The pattern: a log of what may happen, written before. */
function inLog(shop: Shop, ledger: Ledger, world: World): Desk {
  let entries = 0;
  const log = new MemoryLog((order, { what, why = '' }) => {
    entries += 1;
    const reason = why.replace(/^\w+: /, '');
    if (reason && what !== 'again')
      world.note(`${order}: ${reason}`);
    if (what === 'back') ledger.set(order, 'back');
  });
  const saga = new Saga({
    clock: world.clock,
    random: world.random.fork('jitter').next,
    log,
    steps: shop.steps,
    ahead: { tries, baseMs: 500, maxMs: 4_000 },
    onlyWay: { tries: undoTries, baseMs: 500, maxMs: 4_000 },
  });
  const take: Desk['take'] = async (order, signal) => {
    const outcome = await saga.run(order, signal);
    ledger.set(order, outcome === 'parked' ? 'person' : 'over');
  };
  const start: Desk['start'] = async (signal) => {
    const orders = await log.unfinished();
    await Promise.all(orders.map((order) => take(order, signal)));
  };
  return { take, start, entries: () => entries };
}

type Make = (shop: Shop, ledger: Ledger, world: World) => Desk;

async function play(world: World, make: Make): Promise<Figure[]> {
  const { clock } = world;
  const ledger = new Ledger(world);
  const shop = new Shop(world, {
    downMs: downS * 1000,
    holdMs: holdS * 1000,
    stock,
    tombstones,
    captureFirst,
    onChange: ledger.look,
  });
  ledger.shop = shop;
  const desk = make(shop, ledger, world);
  let life = new AbortController();
  tellSpan(world, 'payment is down', DOWN_FROM_MS, downS);
  tellSpan(world, 'shop is down', CRASH_MS, crashS);
  const crash = async (): Promise<void> => {
    await clock.sleep(CRASH_MS);
    if (crashS === 0) return;
    life.abort(new Error('the process ended'));
    await clock.sleep(crashS * 1000);
    life = new AbortController();
    await desk.start(life.signal);
  };
  const come = async (atS: number, n: number): Promise<void> => {
    await clock.sleep(atS * 1000);
    const order = `order ${n + 1}`;
    ledger.set(order, 'ahead');
    const { signal } = life;
    try {
      await desk.take(order, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  await Promise.all([crash(), ...ORDERS_S.map(come)]);
  await clock.sleep(RUN_MS - clock.now());
  return ledger.figures(desk.entries());
}

function tellSpan(
  world: World,
  what: string,
  fromMs: number,
  forS: number,
): void {
  if (forS === 0) return;
  const toMs = fromMs + forS * 1000;
  world.span(what, fromMs, toMs);
  world.clock.setTimer(fromMs, () => world.note(what));
  const back = what.replace('down', 'back');
  world.clock.setTimer(toMs, () => world.note(back));
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'An undo loop in memory',
    heading: 'loop',
    play: (world) => play(world, inMemory),
  },
  pattern: {
    title: 'A log before each step',
    heading: 'log',
    play: (world) => play(world, inLog),
  },
});
