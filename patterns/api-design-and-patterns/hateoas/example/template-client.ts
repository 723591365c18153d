import type { Reply, Send } from './http.ts';
import type { Role } from './rules.ts';
import type { Outcome, Screen, Seen } from './screen.ts';

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
