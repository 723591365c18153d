import type { IncomingMessage, ServerResponse } from 'node:http';
import { etagOf, judge } from './conditional.ts';
import {
  checkType,
  jsonOf,
  NotModified,
  readCall,
  replyOf,
  send,
  type Call,
  type Reply,
} from './http-call.ts';
import { Orders, readOrder, type StoredOrder } from './orders.ts';
import { Problem } from './problem.ts';

const ID = /^[a-z0-9-]{1,40}$/;

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
        return created(
          this.orders.put(this.orders.freeId(), order),
        );
      }
      default:
        return otherwise(call.method, 'GET, HEAD, POST, OPTIONS');
    }
  }

  /** RFC 8288: the next page is a link, not a number to guess. */
  #page({ searchParams }: URL): Reply {
    const limit = Number(searchParams.get('limit') ?? 20);
    const after = searchParams.get('after') ?? undefined;
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      throw new Problem(
        400,
        'not-a-page',
        '`limit` must be a whole number from 1 to 100.',
      );
    }
    if (after !== undefined && !this.orders.get(after)) {
      throw new Problem(
        400,
        'not-a-page',
        'The order in `after` is gone. Begin again.',
      );
    }
    const found = this.orders.page(limit + 1, after);
    const orders = found.slice(0, limit);
    const last = orders.at(-1);
    const hasMore = found.length > limit && last !== undefined;
    const link =
      hasMore &&
      `</orders?limit=${limit}&after=${last.id}>; rel="next"`;
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
    if (method !== 'DELETE')
      return show(current as StoredOrder, 200);
    this.orders.delete(id);
    return { status: 204 };
  }

  #change(
    call: Call,
    id: string,
    current: StoredOrder | undefined,
  ): Reply {
    const order = this.orders.put(id, merged(call, current));
    return current ? show(order, 200) : created(order);
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
          'Send If-Match with the ETag, or If-None-Match: *.',
        );
    }
  }
}

/** PUT replaces; PATCH merges as RFC 7396 says: null removes. */
function merged(call: Call, current: StoredOrder | undefined) {
  const value = jsonOf(call);
  if (call.method === 'PUT') return readOrder(value);
  const { items, note } = current as StoredOrder;
  const patch = Object(value) as Record<string, unknown>;
  const together = Object.entries({ items, note, ...patch });
  return readOrder(
    Object.fromEntries(
      together.filter(([, one]) => one !== null),
    ),
  );
}

function otherwise(method: string, allow: string): Reply {
  if (method === 'OPTIONS')
    return { status: 204, headers: { allow } };
  throw new Problem(405, 'not-allowed', `It takes ${allow}.`, {
    headers: { allow },
  });
}

function notFound(what: string): Problem {
  return new Problem(404, 'not-found', `Nothing is at ${what}.`);
}

function created(order: StoredOrder): Reply {
  const reply = show(order, 201);
  const location = `/orders/${order.id}`;
  return { ...reply, headers: { ...reply.headers, location } };
}

function shown({ id, items, note }: StoredOrder) {
  return { id, items, note };
}

function show(order: StoredOrder, status: number): Reply {
  return {
    status,
    headers: { etag: etagOf(order.version) },
    body: shown(order),
  };
}
