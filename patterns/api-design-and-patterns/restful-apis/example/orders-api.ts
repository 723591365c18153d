import type { IncomingMessage, ServerResponse } from 'node:http';
import { etagOf, judge } from './conditional.ts';
import {
  checkType,
  jsonOf,
  MERGE_PATCH,
  NotModified,
  readCall,
  replyOf,
  send,
  type Call,
  type Reply,
} from './http-call.ts';
import {
  isObject,
  Orders,
  readOrder,
  type Order,
  type StoredOrder,
} from './orders.ts';
import { Problem } from './problem.ts';

const ID = /^[a-z0-9-]{1,40}$/;
const DIGITS = /^\d{1,9}$/;

export interface ApiOptions {
  /** Refuse a change that names no version: 428. */
  readonly careful: boolean;
}

/** Orders as resources: `/orders`, and `/orders/{id}`. */
export class OrdersApi {
  readonly orders = new Orders();
  readonly #careful: boolean;

  constructor({ careful }: ApiOptions) {
    this.#careful = careful;
  }

  /** For `http.createServer`. */
  readonly handle = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    try {
      send(response, this.#answer(await readCall(request)));
    } catch (error) {
      // Who hung up hears no answer, and that is no fault.
      if (response.destroyed) return;
      send(response, replyOf(error));
    }
  };

  /** Judges and acts without a pause: no one comes between. */
  #answer(call: Call): Reply {
    const [, root, id, ...more] = call.url.pathname.split('/');
    if (root !== 'orders' || more.length > 0)
      throw notFound(call.url.pathname);
    if (id === undefined) return this.#collection(call);
    if (!ID.test(id)) throw notFound(id);
    return this.#one(call, id);
  }

  #collection(call: Call): Reply {
    switch (call.method) {
      case 'GET':
      case 'HEAD':
        return this.#page(call.url);
      case 'POST': {
        checkType(call);
        const order = readOrder(jsonOf(call));
        const id = this.orders.freeId();
        const made = this.orders.put(id, order);
        return created(made, { etag: etagOf(made.version) });
      }
      default:
        return otherwise(call.method, 'GET, HEAD, POST, OPTIONS');
    }
  }

  /** RFC 8288: the next page is a link, not a number to guess. */
  #page({ searchParams }: URL): Reply {
    const limit = numberOf(searchParams.get('limit') ?? '20');
    const after = numberOf(searchParams.get('after') ?? '0');
    if (!(limit >= 1 && limit <= 100) || !(after >= 0)) {
      const detail =
        '`limit` is 1 to 100; take `after` from Link.';
      throw new Problem(400, 'not-a-page', detail);
    }
    const found = this.orders.page(limit + 1, after);
    const orders = found.slice(0, limit);
    const last = orders.at(-1);
    const hasMore = found.length > limit && last !== undefined;
    const link =
      hasMore &&
      `</orders?limit=${limit}&after=${last.place}>; rel="next"`;
    return {
      status: 200,
      headers: link ? { link } : {},
      body: { orders: orders.map(shown) },
    };
  }

  #one(call: Call, id: string): Reply {
    const { method } = call;
    if (
      !['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].includes(method)
    ) {
      return otherwise(
        method,
        'GET, HEAD, PUT, PATCH, DELETE, OPTIONS',
        { 'accept-patch': MERGE_PATCH },
      );
    }
    const changes = method === 'PUT' || method === 'PATCH';
    const current = this.orders.get(id);
    // A precondition counts only where the rest would do, and
    // before the body is read: RFC 9110, 13.2.1.
    if (!current && method !== 'PUT') throw notFound(id);
    if (changes) checkType(call);
    this.#check(call, current);
    if (changes) return this.#change(call, id, current);
    if (method !== 'DELETE') return show(current as StoredOrder);
    this.orders.delete(id);
    return { status: 204 };
  }

  #change(
    call: Call,
    id: string,
    current: StoredOrder | undefined,
  ): Reply {
    const put = call.method === 'PUT';
    const wanted = put
      ? readOrder(jsonOf(call), id)
      : merged(jsonOf(call), current as StoredOrder);
    const order = this.orders.put(id, wanted);
    // 9.3.4: no tag in the answer to a PUT, unless what is there
    // is what was sent, byte for byte. Ours gains an id.
    if (!put) return show(order);
    return current
      ? { status: 200, body: shown(order) }
      : created(order);
  }

  #check(
    { method, headers }: Call,
    current: StoredOrder | undefined,
  ): void {
    const beliefs = {
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    };
    const etag = current && etagOf(current.version);
    switch (judge(method, beliefs, etag, this.#careful)) {
      case 'go':
        return;
      case 'not-modified':
        throw new NotModified(etag ?? '');
      case 'stale': {
        const made = beliefs.ifMatch === undefined;
        throw new Problem(
          412,
          made ? 'exists' : 'stale',
          made
            ? 'Read it: it may be your own.'
            : 'Read it again and make your change anew.',
          { headers: etag === undefined ? {} : { etag } },
        );
      }
      case 'blind':
        throw new Problem(
          428,
          'blind',
          'Send If-Match with the tag you read, or ' +
            'If-None-Match: * to make an order.',
        );
    }
  }
}

/** RFC 7396: null removes; what is no object replaces all. */
function merged(patch: unknown, current: StoredOrder): Order {
  if (!isObject(patch)) return readOrder(patch);
  const together = { ...shown(current), ...patch };
  const left = Object.entries(together).filter(
    ([, one]) => one !== null,
  );
  return readOrder(Object.fromEntries(left), current.id);
}

function numberOf(digits: string): number {
  return DIGITS.test(digits) ? Number(digits) : NaN;
}

/** @param more RFC 5789: which patches it takes */
function otherwise(
  method: string,
  allow: string,
  more: Readonly<Record<string, string>> = {},
): Reply {
  if (method === 'OPTIONS')
    return { status: 204, headers: { ...more, allow } };
  throw new Problem(405, 'not-allowed', `It takes ${allow}.`, {
    headers: { allow },
  });
}

function notFound(what: string): Problem {
  return new Problem(404, 'not-found', `Nothing is at ${what}.`);
}

function created(
  order: StoredOrder,
  tag: { readonly etag?: string } = {},
): Reply {
  const location = `/orders/${order.id}`;
  return {
    status: 201,
    headers: { ...tag, location },
    body: shown(order),
  };
}

function shown({ id, items, note }: StoredOrder) {
  return { id, items, note };
}

function show(order: StoredOrder): Reply {
  return {
    status: 200,
    headers: { etag: etagOf(order.version) },
    body: shown(order),
  };
}
