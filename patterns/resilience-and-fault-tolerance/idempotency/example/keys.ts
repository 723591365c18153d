import { createHash } from 'node:crypto';

/** One statement. PGlite and the client of `pg` both fit. */
export interface Sql {
  query<Row>(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: Row[] }>;
}

/** One request that must have its effect once. */
export interface Operation {
  /** Who asks, as authenticated: keys of others are not seen. */
  readonly account: string;
  readonly key: string;
  /** What is asked, hashed: see `hashOf`. */
  readonly fingerprint: string;
}

export interface Answer {
  readonly status: number;
  /** As sent, to the byte. */
  readonly body: string;
}

export type Claim =
  /** Work. Above 1, a try before may have done part of it. */
  | { readonly is: 'mine'; readonly attempt: number }
  /** Done: send this again. */
  | { readonly is: 'answered'; readonly answer: Answer }
  /** 409: somebody works on it, at most for so long. */
  | { readonly is: 'busy'; readonly retryAfterMs: number }
  /** 422: the key belongs to another request. */
  | { readonly is: 'another' };

interface Row {
  readonly fingerprint: string;
  readonly attempt: number;
  readonly status: number | null;
  readonly body: string | null;
  readonly locked_until: Date;
}

export interface KeysOptions {
  /** Of hosts that agree to within a part of the lease. */
  readonly clock: { now(): number };
  /** Longer than anybody can work on one request. */
  readonly leaseMs: number;
  /** After the answer; longer than anybody repeats one. */
  readonly keepMs: number;
}

const INSERT = `
  INSERT INTO idempotency_keys
    (account, key, fingerprint, locked_until, first_at)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (account, key) DO NOTHING
  RETURNING attempt`;
const READ = `
  SELECT fingerprint, attempt, status, body, locked_until
  FROM idempotency_keys
  WHERE account = $1 AND key = $2
  FOR UPDATE`;
const TAKE_OVER = `
  UPDATE idempotency_keys
  SET attempt = attempt + 1, locked_until = $3
  WHERE account = $1 AND key = $2
  RETURNING attempt`;
const ANSWER = `
  UPDATE idempotency_keys
  SET status = $4, body = $5, expires_at = $6
  WHERE account = $1 AND key = $2
    AND attempt = $3 AND status IS NULL
  RETURNING attempt`;
const RELEASE = `
  UPDATE idempotency_keys
  SET locked_until = $4
  WHERE account = $1 AND key = $2
    AND attempt = $3 AND status IS NULL`;
// What has no answer has no end: a person looks, or a job.
const SWEEP = `
  DELETE FROM idempotency_keys
  WHERE (account, key) IN (
    SELECT account, key FROM idempotency_keys
    WHERE expires_at < $1
    ORDER BY expires_at LIMIT $2
    FOR UPDATE SKIP LOCKED)
  RETURNING key`;

/** Idempotency keys in PostgreSQL, at READ COMMITTED. */
export class Keys {
  readonly #options: KeysOptions;

  constructor(options: KeysOptions) {
    this.#options = options;
  }

  /**
   * Decides who works. Of two at once the second waits in
   * INSERT until the first has committed, then reads its row.
   *
   * @param tx within a transaction, committed before any call
   *   that it does not span
   */
  async claim(tx: Sql, operation: Operation): Promise<Claim> {
    const { account, key, fingerprint } = operation;
    const { clock, leaseMs } = this.#options;
    const firstMs = clock.now();
    const fresh = await tx.query<Row>(INSERT, [
      account,
      key,
      fingerprint,
      new Date(firstMs + leaseMs),
      new Date(firstMs),
    ]);
    if (fresh.rows[0]) return { is: 'mine', attempt: 1 };
    const { rows } = await tx.query<Row>(READ, [account, key]);
    const [row] = rows;
    // Swept in between: the next try finds it free.
    if (!row) return { is: 'busy', retryAfterMs: 0 };
    if (row.fingerprint !== fingerprint) return { is: 'another' };
    const { status, body } = row;
    if (status !== null)
      return {
        is: 'answered',
        answer: { status, body: body ?? '' },
      };
    const now = clock.now(); // it may have waited in INSERT
    const leftMs = row.locked_until.getTime() - now;
    if (leftMs > 0) return { is: 'busy', retryAfterMs: leftMs };
    const lockedUntil = new Date(now + leaseMs);
    await tx.query(TAKE_OVER, [account, key, lockedUntil]);
    return { is: 'mine', attempt: row.attempt + 1 };
  }

  /**
   * Records the answer, in the transaction of the work itself.
   *
   * @returns false where another took over: roll back
   */
  async answer(
    tx: Sql,
    { account, key }: Operation,
    attempt: number,
    { status, body }: Answer,
  ): Promise<boolean> {
    const { clock, keepMs } = this.#options;
    const expiresAt = new Date(clock.now() + keepMs);
    const { rows } = await tx.query(ANSWER, [
      account,
      key,
      attempt,
      status,
      body,
      expiresAt,
    ]);
    return rows.length === 1;
  }

  /**
   * Lets the next try work at once, after a failure; only where
   * what may have been done can be done again.
   */
  async release(
    sql: Sql,
    { account, key }: Operation,
    attempt: number,
  ): Promise<void> {
    const now = new Date(this.#options.clock.now());
    await sql.query(RELEASE, [account, key, attempt, now]);
  }

  /** @returns how many are gone; fewer than `limit`: all are */
  async sweep(sql: Sql, limit: number): Promise<number> {
    const now = new Date(this.#options.clock.now());
    const { rows } = await sql.query(SWEEP, [now, limit]);
    return rows.length;
  }
}

/** Of the fields that make a request this one, in this order. */
export function hashOf(...fields: (string | number)[]): string {
  const text = JSON.stringify(fields);
  return createHash('sha256').update(text).digest('hex');
}
