import { during, Service, ServiceError, Slots } from '#lab';
import type { Network, World } from '#lab';
import type { Answer } from './courier.ts';
import { Inbox } from './inbox.ts';
import { verify, WebhookError } from './signature.ts';
import type { WebhookHeaders } from './signature.ts';

export interface Delivery {
  readonly headers: Readonly<WebhookHeaders>;
  readonly body: string;
}

export interface ShopOptions {
  readonly network: Network;
  readonly secret: string;
  readonly downMs: number;
  readonly toleranceS: number;
  readonly rememberMs: number;
  /** Whether it looks at signatures. */
  readonly verifies: boolean;
  readonly onShipped: (order: string) => void;
}

export const DOWN_FROM_MS = 12_000;

/** What every receiver has: an address, and a warehouse. */
export class Shop {
  readonly world: World;
  readonly options: ShopOptions;
  readonly #warehouse: Service<string, void>;

  constructor(world: World, options: ShopOptions) {
    this.world = world;
    this.options = options;
    const dice = world.random.fork('warehouse');
    this.#warehouse = new Service<string, void>(world, {
      name: 'warehouse',
      slots: new Slots({
        clock: world.clock,
        name: 'desk',
        size: 2,
      }),
      latencyMs: () => dice.latency({ p50: 500, p99: 4_000 }),
      handle: async (order) => {
        options.onShipped(order);
      },
    });
  }

  /** Is not told when the provider hangs up, as most are not. */
  async ship(body: string): Promise<void> {
    const { order } = JSON.parse(body) as { order: string };
    const label = `order ${order}`;
    await this.#warehouse.call(order, { from: 'shop', label });
  }

  /** Its address, which answers 503 while it is down. */
  listen(
    receive: (delivery: Delivery) => Promise<Answer>,
  ): Service<Delivery, Answer> {
    const { network, downMs } = this.options;
    const to = DOWN_FROM_MS + downMs;
    return new Service<Delivery, Answer>(this.world, {
      name: 'shop',
      network,
      latencyMs: () => 20,
      faults: during(DOWN_FROM_MS, to, 'error'),
      handle: receive,
    });
  }
}

/** The baseline: believes what comes, ships it, then answers. */
export function trusting(shop: Shop): Service<Delivery, Answer> {
  return shop.listen(async ({ body }) => {
    await shop.ship(body);
    return { status: 200 };
  });
}

/** The pattern: verify, take it once, answer, work later. */
export function careful(shop: Shop): Service<Delivery, Answer> {
  const { world, options } = shop;
  const inbox = new Inbox(world.clock, options.rememberMs);
  let working = false;
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      for (let event; (event = inbox.next());) {
        await shop.ship(event.body);
        inbox.done(event.id);
      }
    } finally {
      working = false;
    }
  };
  return shop.listen(async ({ headers, body }) => {
    const id = options.verifies
      ? idOf(shop, headers, body)
      : headers['webhook-id'];
    if (inbox.accept(id, body)) void work();
    return { status: 204 };
  });
}

/** @throws {ServiceError} 401 for what is not to be believed */
function idOf(
  { world, options }: Shop,
  headers: WebhookHeaders,
  body: string,
): string {
  const { secret, toleranceS } = options;
  const nowMs = world.clock.now();
  try {
    const bytes = Buffer.from(body);
    return verify([secret], headers, bytes, {
      nowMs,
      toleranceS,
    });
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    throw new ServiceError(401, error.message);
  }
}
