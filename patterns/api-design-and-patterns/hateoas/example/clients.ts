import type { HalClient } from './hal-client.ts';
import { pageOf, type Field, type Page } from './hal-page.ts';
import type { Reply, Send } from './http.ts';
import type { Role } from './rules.ts';

/** An order on a screen, with the buttons beside it. */
export interface Seen {
  readonly id: string;
  readonly buttons: readonly string[];
}

/** What a request has brought: nothing to see where refused. */
export interface Outcome {
  readonly status: number;
  readonly seen: Seen | undefined;
}

/** What a person can do; how it is done is the client's affair. */
export interface Screen {
  place(): Promise<Outcome>;
  open(id: string): Promise<Outcome>;
  press(seen: Seen, button: string): Promise<Outcome>;
}

/** What both clients had code for when they were built. */
export const BUILT_FOR: readonly string[] = [
  'pay',
  'cancel',
  'ship',
];

/** Addresses and rules as release 1 documented them. */
const PATHS: Readonly<Record<string, string>> = {
  pay: '/orders/{id}/payment',
  cancel: '/orders/{id}/cancellation',
  ship: '/orders/{id}/shipment',
};
const OVER = ['shipped', 'cancelled'];

function buttonsOf(role: Role, status: string): string[] {
  const open = !OVER.includes(status);
  const may = {
    pay: role === 'buyer' && open && status !== 'paid',
    cancel: role !== 'depot' && open,
    ship: role === 'depot' && status === 'paid',
  };
  return Object.entries(may).flatMap(([button, shown]) =>
    shown ? [button] : [],
  );
}

/** Builds addresses, and knows what may be done when. */
export class TemplateClient implements Screen {
  readonly #role: Role;
  readonly #host: URL;
  readonly #send: Send;

  constructor(role: Role, host: URL, send: Send) {
    this.#role = role;
    this.#host = host;
    this.#send = send;
  }

  place(): Promise<Outcome> {
    return this.#ask('POST', '/orders', 'place', {});
  }

  open(id: string): Promise<Outcome> {
    const path = `/orders/${encodeURIComponent(id)}`;
    return this.#ask('GET', path, 'order');
  }

  press({ id }: Seen, button: string): Promise<Outcome> {
    const path = (PATHS[button] ?? '').replace(
      '{id}',
      encodeURIComponent(id),
    );
    return this.#ask('POST', path, button, {});
  }

  async #ask(
    method: string,
    path: string,
    rel: string,
    body?: object,
  ): Promise<Outcome> {
    const url = new URL(path, this.#host);
    const accept = 'application/json';
    const ask = { method, url, rel, accept };
    return this.#seen(
      await this.#send(body ? { ...ask, body } : ask),
    );
  }

  #seen({ status, body }: Reply): Outcome {
    if (status >= 400) return { status, seen: undefined };
    const order = body as { id: string; status: string };
    const buttons = buttonsOf(this.#role, order.status);
    return { status, seen: { id: order.id, buttons } };
  }
}

/** The names that are the contract; no addresses, no rules. */
const RELATIONS = 'https://shop.example/rels/';

/** A person who takes the first option that a form has. */
function firstOption({ options }: Field): string {
  return options[0] ?? '';
}

/** Draws the buttons that an answer brings, and no others. */
export class FollowClient implements Screen {
  readonly #client: HalClient;
  readonly #knows: ((button: string) => boolean) | undefined;
  /** The last page of each order that is on the screen. */
  readonly #pages = new WeakMap<Seen, Page>();

  /** @param knows which buttons are drawn; all without it */
  constructor(
    client: HalClient,
    knows?: (button: string) => boolean,
  ) {
    this.#client = client;
    this.#knows = knows;
  }

  async place(): Promise<Outcome> {
    const reply = await this.#client.start((entry) =>
      this.#client.submit(
        entry,
        `${RELATIONS}place`,
        firstOption,
      ),
    );
    return this.#seen(reply);
  }

  async open(id: string): Promise<Outcome> {
    const reply = await this.#client.start((entry) =>
      this.#client.follow(entry, `${RELATIONS}order`, { id }),
    );
    return this.#seen(reply);
  }

  async press(seen: Seen, button: string): Promise<Outcome> {
    const page = this.#pages.get(seen);
    if (!page) throw new TypeError('not from this screen');
    const rel = `${RELATIONS}${button}`;
    return this.#seen(
      await this.#client.submit(page, rel, firstOption),
    );
  }

  #seen(reply: Reply): Outcome {
    const { status } = reply;
    if (status >= 400) return { status, seen: undefined };
    const page = pageOf(reply);
    const buttons = page.controls
      .filter(({ rel }) => rel.startsWith(RELATIONS))
      .map(({ rel }) => rel.slice(RELATIONS.length))
      .filter((button) => this.#knows?.(button) ?? true);
    const seen = { id: String(page.data['id']), buttons };
    this.#pages.set(seen, page);
    return { status, seen };
  }
}
