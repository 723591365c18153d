import { Service, ServiceError } from '#lab';
import type { Network, World } from '#lab';
import type { Connection, Database } from './database.ts';
import { forget, lookFirst } from './look-first.ts';
import { Keys } from './keys.ts';
import { Payments } from './payments.ts';
import type { Pay, Payment, Reply } from './payments.ts';
import type { Charge, Provider } from './provider.ts';

/** How payments are taken, and what is done now and then. */
export interface Till {
  take(
    payment: Payment,
    db: Connection,
    pay: Pay,
  ): Promise<Reply>;
  sweep(db: Connection): Promise<unknown>;
}

/** A 409 or a 422, on its way to the customer. */
export class RefusedError extends ServiceError {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(reply.status);
    this.reply = reply;
  }
}

export interface ShopOptions {
  readonly network: Network;
  readonly database: Database;
  readonly provider: Provider;
  readonly till: Till;
  /** How long it is down after its crash. */
  readonly downMs: number;
}

const PROVIDER_TIMEOUT_MS = 5_000;
const SWEEP_MS = 4_000;

/** A server, in one process after another. */
export class Shop {
  readonly service: Service<Payment, Reply>;
  readonly #world: World;
  readonly #options: ShopOptions;
  #life: AbortController | undefined = new AbortController();

  constructor(world: World, options: ShopOptions) {
    this.#world = world;
    this.#options = options;
    world.state('shop', 'up', 'normal');
    this.service = new Service<Payment, Reply>(world, {
      name: 'shop',
      network: options.network,
      latencyMs: () => 10,
      // It goes on when its caller has left: the answer is
      // for the next try.
      handle: (payment) => this.#handle(payment),
    });
  }

  /** It ends now, and another process begins later. */
  async crash(): Promise<void> {
    const { clock } = this.#world;
    const { downMs } = this.#options;
    this.#world.note('shop crashes');
    this.#world.state('shop', 'down', 'blocked');
    this.#life?.abort(new ServiceError(502, 'connection reset'));
    this.#life = undefined;
    await clock.sleep(downMs);
    this.#life = new AbortController();
    this.#world.note('shop is up again');
    this.#world.state('shop', 'up', 'normal');
  }

  /** Cleans up, until then. */
  async sweep(untilMs: number): Promise<void> {
    const { clock } = this.#world;
    const { till, database } = this.#options;
    while (clock.now() + SWEEP_MS < untilMs) {
      await clock.sleep(SWEEP_MS);
      if (!this.#life) continue;
      await till.sweep(database.connect(this.#life.signal));
    }
  }

  async #handle(payment: Payment): Promise<Reply> {
    const { till, database } = this.#options;
    if (!this.#life) throw new ServiceError(503);
    const { signal } = this.#life;
    const db = database.connect(signal);
    const reply = await till.take(payment, db, (charge) =>
      this.#pay(charge, signal),
    );
    if (reply.status === 201) return reply;
    throw new RefusedError(reply);
  }

  #pay(charge: Charge, signal: AbortSignal): Promise<string> {
    const { purchase: label } = charge;
    const timeoutMs = PROVIDER_TIMEOUT_MS;
    const call = { from: 'shop', label, timeoutMs, signal };
    return this.#options.provider.service.call(charge, call);
  }
}

/** The baseline. */
export function lookingTill(world: World, keepMs: number): Till {
  const now = (): number => world.clock.now();
  return {
    take: (payment, db, pay) =>
      lookFirst(payment, db, pay, new Date(now())),
    sweep: (db) => forget(db, new Date(now() - keepMs)),
  };
}

export interface ClaimingOptions {
  readonly leaseMs: number;
  readonly keepMs: number;
  /** Whether the provider is told a key. */
  readonly tellsKey: boolean;
}

/** The pattern. */
export function claimingTill(
  { clock }: World,
  { leaseMs, keepMs, tellsKey }: ClaimingOptions,
): Till {
  const keys = new Keys({ clock, leaseMs, keepMs });
  return {
    take: (payment, db, pay) => {
      const payOnce: Pay = tellsKey
        ? pay
        : ({ purchase, cents }) => pay({ purchase, cents });
      return new Payments(keys, payOnce).take(payment, db);
    },
    sweep: (db) => keys.sweep(db, 100),
  };
}
