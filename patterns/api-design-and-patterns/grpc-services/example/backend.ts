import {
  Code,
  ConnectError,
  createClient,
  createRouterTransport,
} from '@connectrpc/connect';
import { Slots, type World } from '#lab';
import { RoadService } from './depot-pb.ts';
import type { Depot, Position } from './depot-service.ts';

export const NOWHERE = 'nowhere';
const SLOW_FROM_MS = 5_000;
const SLOW_TO_MS = 12_000;
const RESTART_MS = [19_500, 20_300] as const;
const POSITION_EVERY_MS = 500;
const STOP_EVERY_MS = 1_100;
const ROAD_WORKERS = 2;

export interface BackendOptions {
  /** How long a measurement takes while the map is slow. */
  slowMs: number;
  runMs: number;
  /** So many stops back a token is good. */
  kept: number;
}

/** What the depot stands on. It does the same for everybody. */
export class Backend implements Depot {
  readonly placesInVan = 12;
  readonly roads;
  positionsSkipped = 0;
  wholeLists = 0;
  /** Measured to the end for a caller who had left. */
  forNobody = 0;
  /** Asked for an address that there is not. */
  askedInVain = 0;
  readonly #world: World;
  readonly #options: BackendOptions;
  readonly #pool: Slots;
  readonly #watchers = new Set<(at: Position) => void>();
  readonly #waiting = new Set<() => void>();
  readonly #jobs: string[] = [];
  readonly #left = new Set<string>();
  #stops = 0;
  #queued = 0;

  constructor(world: World, options: BackendOptions) {
    this.#world = world;
    this.#options = options;
    const { clock } = world;
    this.#pool = new Slots({ clock, size: ROAD_WORKERS });
    const transport = createRouterTransport(({ service }) => {
      service(RoadService, {
        measure: ({ address }, { signal, requestHeader }) => {
          const id = requestHeader.get('x-request-id') ?? 'none';
          return this.#measure(address, id, signal);
        },
      });
    });
    this.roads = createClient(RoadService, transport);
    world.span('map is slow', SLOW_FROM_MS, SLOW_TO_MS);
    world.span('roads restart', ...RESTART_MS);
    this.queued(0);
    this.#each(POSITION_EVERY_MS, () => this.#drive());
    this.#each(STOP_EVERY_MS, () => this.#announceStop());
    this.#showJobs();
  }

  /** The caller of this request has gone. */
  leave(id: string): void {
    this.#left.add(id);
    this.#showJobs();
  }

  watch(see: (position: Position) => void): () => void {
    this.#watchers.add(see);
    return () => this.#watchers.delete(see);
  }

  skipped(positions: number): void {
    this.positionsSkipped += positions;
  }

  queued(change: number): void {
    this.#queued += change;
    this.#world.value('positions in queues', this.#queued);
  }

  stopsSoFar(): number {
    return this.#stops;
  }

  oldestPlace(): number {
    return this.#stops - this.#options.kept;
  }

  listed(): void {
    this.wholeLists += 1;
    if (this.wholeLists === 1) return;
    this.#world.noteOnce('a token is too old: whole list');
  }

  async stopAfter(
    place: number,
    signal?: AbortSignal,
  ): Promise<string> {
    while (place >= this.#stops) await this.#nextStop(signal);
    return `house ${place + 1}`;
  }

  async #measure(
    address: string,
    id: string,
    signal: AbortSignal,
  ): Promise<{ meters: number }> {
    const { clock, random } = this.#world;
    if (address === NOWHERE) this.askedInVain += 1;
    this.#jobs.push(id);
    this.#showJobs();
    try {
      if (within(clock.now(), RESTART_MS))
        throw new ConnectError('restarting', Code.Unavailable);
      const release = await this.#pool.acquire(signal);
      try {
        const slow = within(clock.now(), [
          SLOW_FROM_MS,
          SLOW_TO_MS,
        ]);
        const dice = random.fork(id);
        const usualMs = dice.uniform(600, 900);
        const ms = slow ? this.#options.slowMs : usualMs;
        await clock.sleep(ms, { signal });
      } finally {
        release();
      }
      if (this.#left.has(id)) this.forNobody += 1;
      if (address === NOWHERE)
        throw new ConnectError('no such address', Code.NotFound);
      return { meters: 1_000 };
    } finally {
      this.#jobs.splice(this.#jobs.indexOf(id), 1);
      this.#showJobs();
    }
  }

  #showJobs(): void {
    const dead = this.#jobs.filter((id) => this.#left.has(id));
    this.#world.value('questions of nobody', dead.length);
  }

  #drive(): void {
    const ms = this.#world.clock.now();
    const position = {
      metersDriven: Math.round(ms / 100),
      measuredAtMs: BigInt(Math.round(ms)),
    };
    for (const see of this.#watchers) see(position);
  }

  #announceStop(): void {
    this.#stops += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  #nextStop(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => (): void => {
        this.#waiting.delete(wake);
        signal?.removeEventListener('abort', onAbort);
        settle();
      };
      const wake = end(resolve);
      const onAbort = end(() => reject(signal?.reason));
      if (signal?.aborted) onAbort();
      else {
        signal?.addEventListener('abort', onAbort);
        this.#waiting.add(wake);
      }
    });
  }

  /** From now to the end of the run. */
  #each(everyMs: number, act: () => void): void {
    const { clock } = this.#world;
    clock.setTimer(everyMs, () => {
      act();
      if (clock.now() < this.#options.runMs)
        this.#each(everyMs, act);
    });
  }
}

function within(
  atMs: number,
  [fromMs, toMs]: readonly [number, number],
): boolean {
  return atMs >= fromMs && atMs < toMs;
}
