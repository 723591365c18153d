import {
  Code,
  ConnectError,
  type Client,
} from '@connectrpc/connect';
import {
  arrivals,
  reasonOf,
  spread,
  TimeoutError,
  type World,
} from '#lab';
import { NOWHERE, type Backend } from './backend.ts';
import type { Calls } from './caller.ts';
import type { DepotService } from './depot-pb.ts';
import { Line } from './line.ts';

export const RUN_MS = 30_000;
export const QUESTIONS = 48;
const SHIFT_MS = 29_600;
const LAST_STOP_MS = 28_000;
const SCAN_MS = 400;

export interface Day {
  world: World;
  backend: Backend;
  depot: Client<typeof DepotService>;
  calls: Calls;
  deadlineMs: number;
  /** How often the line of the van is cut. */
  cuts: number;
}

/** How the day went for those who called. */
export interface Tally {
  planned: number;
  scannedInVain: number;
  phoneBehindMs: number;
  stopsMissed: number;
  drivenTwice: number;
}

/** All four kinds of call, at once. */
export async function live(day: Day): Promise<Tally> {
  const [planned, , phoneBehindMs, first, second, stops] =
    await Promise.all([
      askForRoutes(day),
      lookIn(day),
      keepPhone(day),
      loadVan(day, 'van 1', 2_000, 20),
      loadVan(day, 'van 2', 17_000, 12),
      driveVan(day),
    ]);
  const scannedInVain = first + second;
  return { planned, scannedInVain, phoneBehindMs, ...stops };
}

/** Unary. Every sixth asks for an address that is not there. */
async function askForRoutes(day: Day): Promise<number> {
  const { world, backend, calls, deadlineMs } = day;
  const dice = world.random.fork('shoppers');
  const everyMs = 27_600 / QUESTIONS;
  const moments = spread(dice, {
    count: QUESTIONS,
    everyMs,
    within: [0, 1],
  });
  let planned = 0;
  await arrivals(world.clock, moments, async (n) => {
    const label = `question ${n}`;
    const address = n % 6 === 0 ? NOWHERE : 'home';
    const route = { from: 'shoppers', to: 'plan', label };
    try {
      await world.call(route, () =>
        calls.plan(address, label).catch((error: unknown) => {
          throw asShopperSees(error, deadlineMs);
        }),
      );
      planned += 1;
    } catch (error) {
      world.noteOnce(`plan: ${reasonOf(error)}`);
    } finally {
      backend.leave(label);
    }
  });
  return planned;
}

/** The code, and a wait that was too long as the lab has it. */
function asShopperSees(error: unknown, ms: number): unknown {
  if (!(error instanceof ConnectError)) return error;
  return error.code === Code.DeadlineExceeded
    ? new TimeoutError(ms)
    : new Error(`${Code[error.code]}`);
}

/** Server stream, with readers who leave after 3 s. */
async function lookIn({ world, calls }: Day): Promise<void> {
  const { clock } = world;
  const moments = [2_000, 7_000, 12_000, 17_000, 22_000];
  await arrivals(clock, moments, async (n) => {
    const label = `desk ${n}`;
    const stop = new AbortController();
    clock.setTimer(3_000, () => stop.abort());
    const look = (): Promise<void> =>
      calls.watch(stop.signal, async () => undefined);
    await world.call({ from: 'desk', to: 'watch', label }, look);
  });
}

/** Server stream, with a reader of one position a second. */
async function keepPhone({ world, calls }: Day): Promise<number> {
  const { clock } = world;
  let behindMs = 0;
  const stop = new AbortController();
  clock.setTimer(SHIFT_MS, () => stop.abort());
  const route = { from: 'phone', to: 'watch', label: 'phone' };
  await world.call(route, () =>
    calls.watch(stop.signal, async ({ measuredAtMs }) => {
      behindMs = clock.now() - Number(measuredAtMs);
      await clock.sleep(1_000);
    }),
  );
  return behindMs;
}

/** Client stream. @returns scans of parcels that do not fit */
async function loadVan(
  { world, backend, depot }: Day,
  van: string,
  atMs: number,
  parcels: number,
): Promise<number> {
  const { clock } = world;
  let scanned = 0;
  const scans = async function* (): AsyncGenerator<{
    parcelId: string;
  }> {
    while (scanned < parcels) {
      await clock.sleep(SCAN_MS);
      scanned += 1;
      yield { parcelId: `parcel ${scanned}` };
    }
  };
  await clock.sleep(atMs);
  const route = { from: 'loader', to: 'load', label: van };
  await world
    .call(route, () => depot.loadParcels(scans()))
    .catch((error: unknown) => {
      const { code } = ConnectError.from(error);
      world.note(`scan ${scanned}: ${Code[code]}`);
    });
  return Math.max(0, scanned - backend.placesInVan);
}

/** Both directions, over a line that is cut. */
async function driveVan({
  world,
  backend,
  calls,
  cuts,
}: Day): Promise<{ stopsMissed: number; drivenTwice: number }> {
  const { clock } = world;
  const line = new Line(world);
  for (let cut = 1; cut <= cuts; cut += 1)
    clock.setTimer((RUN_MS * cut) / (cuts + 1), () => line.cut());
  const driven: string[] = [];
  const shift = new AbortController();
  clock.setTimer(SHIFT_MS, () => shift.abort());
  let stops = 0;
  clock.setTimer(LAST_STOP_MS, () => {
    stops = backend.stopsSoFar();
  });
  const driveTo = async (label: string): Promise<void> => {
    const route = { from: 'van', to: 'deliver', label };
    await world.call(route, () => clock.sleep(300));
    driven.push(label);
  };
  const connect = (): AbortSignal => line.connect();
  await calls.deliver(shift.signal, connect, driveTo);
  const houses = new Set(driven);
  const missed = Array.from(
    { length: stops },
    (_, at) => `house ${at + 1}`,
  ).filter((house) => !houses.has(house));
  return {
    stopsMissed: missed.length,
    drivenTwice: driven.length - houses.size,
  };
}
