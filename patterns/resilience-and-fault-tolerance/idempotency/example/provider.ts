import { Service, ServiceError } from '#lab';
import type { World } from '#lab';

export interface Charge {
  readonly purchase: string;
  readonly cents: number;
  /** Without one, each request is a charge of its own. */
  readonly key?: string;
}

export interface ProviderOptions {
  /** How long it is slow. */
  readonly slowMs: number;
  readonly onCharged: (charge: Charge) => void;
}

const SLOW_FROM_MS = 14_000;

/** A payment provider: another company, another database. */
export class Provider {
  readonly service: Service<Charge, string>;
  readonly #world: World;
  readonly #options: ProviderOptions;
  /** By its own keys; no receipt yet where it is at work. */
  readonly #known = new Map<string, string | undefined>();
  #receipts = 0;

  constructor(world: World, options: ProviderOptions) {
    this.#world = world;
    this.#options = options;
    this.#tell();
    const dice = world.random.fork('provider');
    this.service = new Service<Charge, string>(world, {
      name: 'provider',
      latencyMs: () => 1,
      // Whoever asked may be gone: it works on.
      handle: (charge) => {
        const [from, to] = this.#isSlow()
          ? [3e3, 3600]
          : [300, 500];
        return this.#once(charge, dice.uniform(from, to));
      },
    });
  }

  async #once(charge: Charge, ms: number): Promise<string> {
    const { key } = charge;
    if (key === undefined) return this.#charge(charge, ms);
    if (this.#known.has(key)) {
      const receipt = this.#known.get(key);
      if (receipt === undefined) throw new ServiceError(409);
      this.#world.noteOnce('provider: key is known');
      return receipt;
    }
    this.#known.set(key, undefined);
    const receipt = await this.#charge(charge, ms);
    this.#known.set(key, receipt);
    return receipt;
  }

  async #charge(charge: Charge, ms: number): Promise<string> {
    const { clock } = this.#world;
    await clock.sleep(ms * 0.6);
    this.#receipts += 1;
    const receipt = `ch_${this.#receipts}`;
    this.#options.onCharged(charge);
    await clock.sleep(ms * 0.4);
    return receipt;
  }

  #isSlow(): boolean {
    const sinceMs = this.#world.clock.now() - SLOW_FROM_MS;
    return sinceMs >= 0 && sinceMs < this.#options.slowMs;
  }

  #tell(): void {
    const { slowMs } = this.#options;
    const { clock } = this.#world;
    if (slowMs === 0) return;
    const endMs = SLOW_FROM_MS + slowMs;
    this.#world.span('provider is slow', SLOW_FROM_MS, endMs);
    clock.setTimer(SLOW_FROM_MS, () =>
      this.#world.note('provider is slow'),
    );
    clock.setTimer(endMs, () =>
      this.#world.note('provider is quick again'),
    );
  }
}
