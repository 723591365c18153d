import { NoSlotError, ServiceError, Slots } from '#lab';
import type { World } from '#lab';

export const WORKERS = 4;
export const WORK_MS = 160;
const SLOW_FROM_MS = 6_000;

export interface ServerOptions {
  /** Requests that may wait for a worker. */
  queue: number;
  /** How long it works at half speed. */
  slowMs: number;
  /** Share of requests that fail on the way, at once. */
  errorRate: number;
}

/**
 * Answers in the order of arrival, and does not notice when
 * the caller of a request has gone: it does the work anyway.
 */
export class Server {
  /** Requests that arrived. */
  received = 0;
  /** Request id → how often its work was done. */
  readonly executed = new Map<string, number>();
  /** When it is at full speed again; 0: it is never slow. */
  readonly slowUntilMs: number;
  readonly #world: World;
  readonly #options: ServerOptions;
  readonly #workers: Slots;

  constructor(world: World, options: ServerOptions) {
    this.#world = world;
    this.#options = options;
    this.#workers = new Slots({
      clock: world.clock,
      size: WORKERS,
      queue: options.queue,
    });
    const { slowMs } = options;
    this.slowUntilMs = slowMs > 0 ? SLOW_FROM_MS + slowMs : 0;
    if (slowMs > 0) this.#tellOfSlowness();
  }

  get waiting(): number {
    return this.#workers.waiting;
  }

  /** The work of one request; throws a 503 where it cannot. */
  async serve(id: string): Promise<void> {
    this.received += 1;
    const dice = this.#world.random.fork(`${this.received}`);
    if (dice.chance(this.#options.errorRate))
      throw new ServiceError(503, 'connection reset');
    const release = await this.#worker();
    try {
      const spread = dice.uniform(0.9, 1.1);
      await this.#world.clock.sleep(this.#workMs() * spread);
      this.executed.set(id, (this.executed.get(id) ?? 0) + 1);
    } finally {
      release();
    }
  }

  async #worker(): Promise<() => void> {
    try {
      return await this.#workers.acquire();
    } catch (error) {
      if (!(error instanceof NoSlotError)) throw error;
      this.#world.noteOnce('server: queue full, 503');
      throw new ServiceError(503, 'queue full');
    }
  }

  #workMs(): number {
    const now = this.#world.clock.now();
    const slow = now >= SLOW_FROM_MS && now < this.slowUntilMs;
    return slow ? 2 * WORK_MS : WORK_MS;
  }

  #tellOfSlowness(): void {
    const { clock } = this.#world;
    const endMs = this.slowUntilMs;
    this.#world.span('half speed', SLOW_FROM_MS, endMs);
    clock.setTimer(SLOW_FROM_MS, () => {
      this.#world.note('server: half speed');
    });
    clock.setTimer(endMs, () => {
      this.#world.note('server: full speed again');
    });
  }
}
