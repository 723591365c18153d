import { arrivals, ServiceError, spread } from '#lab';
import type { Service, World } from '#lab';
import { deliver } from './courier.ts';
import type { Answer, Schedule } from './courier.ts';
import type { Delivery } from './shop.ts';
import { sign } from './signature.ts';

const PAYMENTS = 24;
const PAYMENTS_END_MS = 36_000;
const TIMEOUT_MS = 2_000;

export interface ProviderOptions {
  readonly secret: string;
  readonly schedule: Omit<Schedule, 'clock' | 'random'>;
  readonly onPaid: (order: string) => void;
  readonly onGaveUp: (order: string) => void;
}

/** Takes payments, and tells the shop of each. */
export class Provider {
  readonly #world: World;
  readonly #shop: Service<Delivery, Answer>;
  readonly #options: ProviderOptions;
  /** Tries, in all. */
  sent = 0;
  /** What somebody on the way has kept of the first. */
  seen: Delivery | undefined;

  constructor(
    world: World,
    shop: Service<Delivery, Answer>,
    options: ProviderOptions,
  ) {
    this.#world = world;
    this.#shop = shop;
    this.#options = options;
  }

  /** Ends when each event is delivered or given up, or then. */
  async run(end: AbortSignal): Promise<void> {
    const { clock, random } = this.#world;
    const dice = random.fork('payments');
    const everyMs = PAYMENTS_END_MS / PAYMENTS;
    const within = [0.2, 0.8] as const;
    const moments = spread(dice, {
      count: PAYMENTS,
      everyMs,
      within,
    });
    await arrivals(clock, moments, (n) =>
      this.#tell(`${n}`, end),
    );
  }

  async #tell(order: string, end: AbortSignal): Promise<void> {
    const { schedule, onPaid, onGaveUp } = this.#options;
    const { clock, random } = this.#world;
    const body = JSON.stringify({ type: 'order.paid', order });
    const jitter = random.fork(`jitter ${order}`).next;
    const how = { ...schedule, clock, random: jitter };
    const post = () => this.#post(`msg_${order}`, body);
    onPaid(order);
    try {
      const outcome = await deliver(post, how, end);
      if (outcome !== 'delivered') onGaveUp(order);
    } catch (error) {
      if (!end.aborted) throw error; // else: still on its way
    }
  }

  #post(id: string, body: string): Promise<Answer> {
    const { secret } = this.#options;
    const nowMs = this.#world.clock.now();
    const headers = sign([secret], { id, body, nowMs });
    const delivery = { headers, body };
    this.sent += 1;
    this.seen ??= delivery;
    return post(this.#shop, 'provider', delivery);
  }
}

/**
 * One request; an error of the shop is an answer, too.
 *
 * @throws {TimeoutError} where none comes
 */
export async function post(
  shop: Service<Delivery, Answer>,
  from: string,
  delivery: Delivery,
): Promise<Answer> {
  const label = delivery.headers['webhook-id'];
  const call = { from, label, timeoutMs: TIMEOUT_MS };
  try {
    return await shop.call(delivery, call);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { status: error.status };
  }
}
