import { Network, Slots, withDeadline } from '#lab';
import type { World } from '#lab';

const CONNECTIONS = 2;
const SLOW_FROM_MS = 5_000;
const CUT_FROM_MS = 18_000;
const CUT_TO_MS = 26_000;

/** One database for all pods: slow for a while, far for one. */
export class Database {
  readonly #world: World;
  readonly #slots: Slots;
  readonly #network: Network;
  readonly #slowToMs: number;

  constructor(world: World, slowMs: number) {
    this.#world = world;
    this.#slowToMs = SLOW_FROM_MS + slowMs;
    this.#slots = new Slots({
      clock: world.clock,
      name: 'connection',
      size: CONNECTIONS,
    });
    if (slowMs > 0) this.#tell('database slow', slowMs);
    this.#network = new Network(world, {
      cuts: [
        {
          between: [['pod 3'], ['database']],
          fromMs: CUT_FROM_MS,
          toMs: CUT_TO_MS,
          label: 'pod 3 cut off',
        },
      ],
    });
    world.clock.setTimer(CUT_FROM_MS, () =>
      world.note('pod 3 loses the database'),
    );
  }

  #tell(label: string, slowMs: number): void {
    const world = this.#world;
    world.span(label, SLOW_FROM_MS, SLOW_FROM_MS + slowMs);
    world.clock.setTimer(SLOW_FROM_MS, () => world.note(label));
    world.clock.setTimer(this.#slowToMs, () =>
      world.note('database quick again'),
    );
  }

  /** @throws TimeoutError, or the signal's reason */
  query(
    from: string,
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock } = this.#world;
    const way = { from, to: 'database' };
    return withDeadline(clock, { timeoutMs, signal }, (signal) =>
      this.#network.exchange(way, signal, (signal) =>
        this.#answer(signal),
      ),
    );
  }

  async #answer(signal: AbortSignal): Promise<void> {
    const release = await this.#slots.acquire(signal);
    try {
      await this.#world.clock.sleep(this.#tookMs(), { signal });
    } finally {
      release();
    }
  }

  #tookMs(): number {
    const now = this.#world.clock.now();
    const slow = now >= SLOW_FROM_MS && now < this.#slowToMs;
    return slow ? 2_000 : 40;
  }
}
