import { ServiceError } from '#lab';
import type { World } from '#lab';
import type { Database } from './database.ts';
import { Health } from './health.ts';

export type Route = 'catalogue' | 'orders';

export interface PodOptions {
  name: string;
  database: Database;
  stuckMs: number;
  deepReadiness: boolean;
}

const WARM_UP_QUERIES = 40;
const QUERY_TIMEOUT_MS = 1_000;
const WARM_UP_TIMEOUT_MS = 3_000;
const CHECK = { everyMs: 1_000, timeoutMs: 500 };

const SHOWN = {
  serving: 'normal',
  'not ready': 'probing',
  starting: 'blocked',
  down: 'blocked',
} as const;
type Shown = keyof typeof SHOWN;

/** One process of the shop, as often as it is started. */
export class Pod {
  readonly name: string;
  readonly #world: World;
  readonly #options: PodOptions;
  #life: AbortController | undefined;
  #stuck = false;
  health: Health;
  /** What the balancer was last told. */
  inService = false;

  constructor(world: World, options: PodOptions) {
    this.name = options.name;
    this.#world = world;
    this.#options = options;
    this.health = this.#newHealth();
  }

  #newHealth(): Health {
    const { database, name, stuckMs, deepReadiness } =
      this.#options;
    return new Health({
      clock: this.#world.clock,
      stuckMs,
      dependencies: {
        database: {
          check: (signal) =>
            database.query(name, QUERY_TIMEOUT_MS, signal),
          gates: deepReadiness,
        },
      },
      ...CHECK,
    });
  }

  /** Starts it; `warm` skips the start, as if long ago. */
  start(warm = false): void {
    const life = new AbortController();
    this.#life = life;
    this.health = this.#newHealth();
    this.show('starting');
    void this.health.watch(life.signal);
    if (warm) this.health.started();
    else void this.#warmUp(this.health, life.signal);
  }

  /** Whether it can answer anybody. */
  get runs(): boolean {
    return this.#life !== undefined && this.health.startup();
  }

  /** Fills its memory from the database before it may serve. */
  async #warmUp(health: Health, signal: AbortSignal) {
    const { database, name } = this.#options;
    for (let n = 0; n < WARM_UP_QUERIES && !signal.aborted;) {
      try {
        await database.query(name, WARM_UP_TIMEOUT_MS, signal);
        n += 1;
      } catch {
        // Once more, unless it was killed.
      }
    }
    if (!signal.aborted) health.started();
  }

  /** Ends it and everything that it was doing. */
  kill(): void {
    this.#life?.abort(new ServiceError(502, 'connection lost'));
    this.#life = undefined;
    this.#stuck = false;
    this.inService = false;
  }

  /** A deadlock: it takes requests and answers none. */
  deadlock(): void {
    this.#stuck = true;
  }

  show(state: Shown): void {
    this.#world.state(this.name, state, SHOWN[state]);
  }

  /** @throws ServiceError, or the signal's reason */
  async serve(route: Route, signal: AbortSignal): Promise<void> {
    const life = this.#life;
    if (!life || !this.runs)
      throw new ServiceError(502, 'refused');
    const either = AbortSignal.any([signal, life.signal]);
    await this.health.work(() => this.#handle(route, either));
  }

  async #handle(
    route: Route,
    signal: AbortSignal,
  ): Promise<void> {
    const { database, name } = this.#options;
    if (this.#stuck) await untilKilled(this.#life?.signal);
    await this.#world.clock.sleep(20, { signal });
    if (route === 'orders')
      await database.query(name, QUERY_TIMEOUT_MS, signal);
  }
}

/** What is stuck does not hear its caller hang up. */
function untilKilled(life?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    life?.addEventListener('abort', () => reject(life.reason), {
      once: true,
    });
  });
}
