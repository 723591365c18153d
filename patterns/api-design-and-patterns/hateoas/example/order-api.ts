import type { IncomingMessage, ServerResponse } from 'node:http';
import { HAL_FORMS } from './hal-page.ts';
import {
  entryPage,
  shown,
  typeOf,
  type Order,
} from './hal-forms.ts';
import { readJson, Refusal, send, type Answer } from './http.ts';
import {
  Addresses,
  judge,
  wrongIn,
  type Role,
  type Rules,
} from './rules.ts';

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['Bearer buyer', 'buyer'],
  ['Bearer clerk', 'clerk'],
  ['Bearer depot', 'depot'],
]);
const MOST_ORDERS = 1_000;

export interface ApiOptions {
  readonly rules: Rules;
  /** How long the entry may be kept. */
  readonly entryS: number;
  /** How long an address answers after it has moved. */
  readonly overlapS: number;
  readonly clock: { now(): number };
}

/** One server for both kinds of clients. */
export class OrderApi {
  readonly #options: ApiOptions;
  readonly #addresses = new Addresses();
  readonly #orders = new Map<string, Order>();
  #rules: Rules;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#rules = options.rules;
    this.#addresses.release(options.rules, 0);
  }

  release(rules: Rules): void {
    const { clock, overlapS } = this.#options;
    const untilMs = clock.now() + overlapS * 1000;
    this.#addresses.release(rules, untilMs);
    this.#rules = rules;
  }

  /** For `http.createServer`. */
  readonly handle = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const reply = await this.#reply(request);
    if (!response.destroyed) send(response, reply);
  };

  async #reply(request: IncomingMessage): Promise<Answer> {
    try {
      // Read whole first: from here on nobody comes between.
      const body = await readJson(request);
      return this.#route(request, body);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      console.error(error);
      return new Refusal(500, 'Try again later.').reply;
    }
  }

  #route(
    { url = '/', method = 'GET', headers }: IncomingMessage,
    body: Readonly<Record<string, unknown>>,
  ): Answer {
    const role = ROLES.get(headers.authorization ?? '');
    const path = url.split('?')[0] ?? '/';
    if (path === '/') {
      allow(method, 'GET');
      return this.#entry(role);
    }
    const found = this.#addresses.find(
      path,
      this.#options.clock.now(),
    );
    if (!found) throw new Refusal(404, `Nothing is at ${path}.`);
    allow(method, found.key === 'order' ? 'GET' : 'POST');
    const forms = headers.accept?.includes(HAL_FORMS) ?? false;
    if (found.key === 'orders') return this.#place(role, forms);
    const order = this.#orders.get(found.id);
    if (!order) throw new Refusal(404, 'No such order.');
    if (found.key !== 'order') {
      const after = this.#act(found.key, order, role, body);
      return shown(this.#rules, after, role, forms);
    }
    const reply = shown(this.#rules, order, role, forms);
    const known = headers['if-none-match'] === reply.headers.etag;
    return known
      ? { status: 304, headers: reply.headers }
      : reply;
  }

  #entry(role: Role | undefined): Answer {
    const { entryS } = this.#options;
    const page = entryPage(this.#rules, role);
    return {
      status: 200,
      headers: {
        'content-type': typeOf(page),
        'cache-control': `private, max-age=${entryS}`,
        vary: 'authorization',
      },
      body: page,
    };
  }

  #place(role: Role | undefined, forms: boolean): Answer {
    if (role === undefined) throw unknown();
    if (role !== 'buyer') throw new Refusal(403, 'Not you.');
    if (this.#orders.size >= MOST_ORDERS) {
      throw new Refusal(507, 'There is no room.');
    }
    const id = `${this.#orders.size + 1}`;
    const order = { id, state: this.#rules.first, version: 1 };
    this.#orders.set(id, order);
    const reply = shown(this.#rules, order, role, forms);
    const location = `${this.#rules.orders}/${id}`;
    const headers = { ...reply.headers, location };
    return { ...reply, status: 201, headers };
  }

  /** An offer is no permit: it is judged again. */
  #act(
    key: string,
    order: Order,
    role: Role | undefined,
    body: Readonly<Record<string, unknown>>,
  ): Order {
    const action = this.#rules.actions.find(
      (one) => one.key === key,
    );
    if (!action) throw new Refusal(404, 'No such action.');
    if (role === undefined) throw unknown();
    const verdict = judge(action, order.state, role);
    if (verdict === 'not-now') {
      throw new Refusal(409, `The order is ${order.state}.`);
    }
    if (verdict === 'not-you') throw new Refusal(403, 'Not you.');
    const wrong = wrongIn(action, body);
    if (wrong.length > 0) {
      throw new Refusal(422, `Fill in ${wrong.join(', ')}.`);
    }
    const version = order.version + 1;
    const after = { id: order.id, state: action.to, version };
    this.#orders.set(order.id, after);
    return after;
  }
}

function allow(method: string, allowed: string): void {
  if (method === allowed) return;
  throw new Refusal(405, `It takes ${allowed}.`, {
    allow: allowed,
  });
}

function unknown(): Refusal {
  return new Refusal(401, 'Say who you are.', {
    'www-authenticate': 'Bearer',
  });
}
