import {
  createHash,
  createHmac,
  timingSafeEqual,
} from 'node:crypto';
import type { Order, Place } from './keyset.ts';

export type CursorProblem =
  /** not of our making, or cut off on the way */
  | 'unreadable'
  /** made for another filter or another order */
  | 'other-list'
  /** its order has changed since: begin anew */
  | 'outdated';

export class CursorError extends Error {
  override readonly name = 'CursorError';
  readonly code: CursorProblem;

  constructor(code: CursorProblem) {
    super(`cursor: ${code}`);
    this.code = code;
  }
}

/** What a cursor is good for: this order of these rows. */
export interface Listed {
  readonly order: Order;
  readonly filter: Readonly<Record<string, string>>;
}

interface Payload {
  readonly order: string;
  readonly version: number;
  readonly filter: string;
  readonly way: Place['way'];
  readonly key: readonly string[];
}

const LONGEST = 1_000; // characters; ours are 200
const SEAL_BYTES = 16;

/**
 * Makes cursors that no client can make or change, so what is
 * in them stays ours. They are signed and not encrypted, and
 * they allow nothing: who may read the list is asked each time.
 */
export class Cursors {
  readonly #keys: readonly Buffer[];

  /** @param keys the newest first; older ones only open */
  constructor(keys: readonly [Buffer, ...Buffer[]]) {
    this.#keys = keys;
  }

  write({ way, key }: Place, { order, filter }: Listed): string {
    const payload: Payload = {
      order: order.name,
      version: order.version,
      filter: digestOf(filter),
      way,
      key,
    };
    const text = Buffer.from(JSON.stringify(payload));
    const body = text.toString('base64url');
    const seal = sealOf(this.#keys[0] as Buffer, body);
    return `${body}.${seal.toString('base64url')}`;
  }

  /** @throws CursorError with a code for each reason */
  read(cursor: string, { order, filter }: Listed): Place {
    const [body = '', seal = '', ...rest] = cursor.split('.');
    if (cursor.length > LONGEST || rest.length > 0)
      throw new CursorError('unreadable');
    if (!this.#isOurs(body, seal))
      throw new CursorError('unreadable');
    const text = Buffer.from(body, 'base64url').toString();
    const payload = JSON.parse(text) as Payload;
    const isSame =
      payload.order === order.name &&
      payload.filter === digestOf(filter);
    if (!isSame) throw new CursorError('other-list');
    if (payload.version !== order.version)
      throw new CursorError('outdated');
    return { way: payload.way, key: payload.key };
  }

  #isOurs(body: string, seal: string): boolean {
    const given = Buffer.from(seal, 'base64url');
    if (given.length !== SEAL_BYTES) return false;
    return this.#keys.some((key) =>
      timingSafeEqual(sealOf(key, body), given),
    );
  }
}

function sealOf(key: Buffer, body: string): Buffer {
  const whole = createHmac('sha256', key).update(body).digest();
  return whole.subarray(0, SEAL_BYTES);
}

/** The same for the same filter, in whatever order it came. */
function digestOf(filter: Listed['filter']): string {
  const sorted = Object.entries(filter).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const text = JSON.stringify(sorted);
  const whole = createHash('sha256').update(text).digest();
  return whole.subarray(0, 9).toString('base64url');
}
