import type { Connection } from './database.ts';
import type { Pay, Payment, Reply } from './payments.ts';

/**
 * The baseline: looks the key up, works, and stores the key.
 * It is right for tries that come one after the other.
 */
export async function lookFirst(
  { account, key, purchase, cents }: Payment,
  db: Connection,
  pay: Pay,
  now: Date,
): Promise<Reply> {
  const { rows } = await db.query<Reply>(
    `SELECT status, body FROM seen_keys
     WHERE account = $1 AND key = $2`,
    [account, key],
  );
  if (rows[0]) return rows[0];
  const receipt = await pay({ purchase, cents });
  await db.query(
    `INSERT INTO orders (account, purchase, cents, receipt)
     VALUES ($1, $2, $3, $4)`,
    [account, purchase, cents, receipt],
  );
  const body = JSON.stringify({ purchase, cents, receipt });
  await db.query(
    `INSERT INTO seen_keys (account, key, status, body, seen_at)
     VALUES ($1, $2, 201, $3, $4)
     ON CONFLICT DO NOTHING`,
    [account, key, body, now],
  );
  return { status: 201, body };
}

/** Forgets keys that were first seen before this. */
export async function forget(
  db: Connection,
  before: Date,
): Promise<void> {
  await db.query('DELETE FROM seen_keys WHERE seen_at < $1', [
    before,
  ]);
}
