import { PGlite } from '@electric-sql/pglite';
import assert from 'node:assert/strict';
import {
  after,
  before,
  beforeEach,
  describe,
  it,
} from 'node:test';
import type { Connection } from './database.ts';
import { hashOf, Keys } from './keys.ts';
import type { Claim, Operation } from './keys.ts';
import { Payments } from './payments.ts';
import type { Pay, Payment } from './payments.ts';
import { SCHEMA } from './schema.ts';

const LEASE_MS = 6_000;
const KEEP_MS = 60_000;
const time = { ms: 0, now: () => time.ms };
const keys = new Keys({
  clock: time,
  leaseMs: LEASE_MS,
  keepMs: KEEP_MS,
});
let db: PGlite;

before(async () => {
  db = await PGlite.create();
});
after(() => db.close());
beforeEach(async () => {
  time.ms = 0;
  await db.exec(SCHEMA);
});

const buys: Operation = {
  account: 'web',
  key: 'k1',
  fingerprint: hashOf('POST /payments', 'tea', 450),
};
const paid = { status: 201, body: '{"b":1, "a":2.50}' };

const claim = (operation = buys): Promise<Claim> =>
  db.transaction((tx) => keys.claim(tx, operation));
const answer = (attempt: number): Promise<boolean> =>
  db.transaction((tx) => keys.answer(tx, buys, attempt, paid));
const count = async (table: string): Promise<number> => {
  const text = `SELECT count(*)::int AS n FROM ${table}`;
  const { rows } = await db.query<{ n: number }>(text);
  return rows[0]?.n ?? NaN;
};

describe('a key', () => {
  it('is claimed by one of twenty at once', async () => {
    const all = Array.from({ length: 20 }, () => claim());
    const claims = await Promise.all(all);
    const mine = claims.filter(({ is }) => is === 'mine');
    assert.deepEqual(mine, [{ is: 'mine', attempt: 1 }]);
    const busy = claims.filter(({ is }) => is === 'busy');
    assert.equal(busy.length, 19);
  });

  it('tells others how long it may be at work', async () => {
    await claim();
    time.ms = 2_000;
    const busy = { is: 'busy', retryAfterMs: 4_000 };
    assert.deepEqual(await claim(), busy);
  });

  it('has its first answer sent again, to the byte', async () => {
    await claim();
    assert.equal(await answer(1), true);
    time.ms = LEASE_MS * 2;
    const answered = { is: 'answered', answer: paid };
    assert.deepEqual(await claim(), answered);
  });

  it('is refused for another request, at any time', async () => {
    const fingerprint = hashOf('POST /payments', 'tea', 900);
    const other = { ...buys, fingerprint };
    await claim();
    assert.deepEqual(await claim(other), { is: 'another' });
    await answer(1);
    assert.deepEqual(await claim(other), { is: 'another' });
  });

  it('of another account is another key', async () => {
    await claim();
    const other = { ...buys, account: 'app' };
    const mine = { is: 'mine', attempt: 1 };
    assert.deepEqual(await claim(other), mine);
  });

  it('of 0 or 256 characters is refused', async () => {
    for (const key of ['', 'k'.repeat(256)])
      await assert.rejects(claim({ ...buys, key }), /key_check/);
    const most = { ...buys, key: 'k'.repeat(255) };
    assert.equal((await claim(most)).is, 'mine');
  });
});

describe('a process that ends', () => {
  it('leaves the key to whoever comes after its lease', async () => {
    await claim();
    time.ms = LEASE_MS - 1;
    assert.equal((await claim()).is, 'busy');
    time.ms = LEASE_MS;
    const mine = { is: 'mine', attempt: 2 };
    assert.deepEqual(await claim(), mine);
  });

  it('leaves nothing of a transaction', async () => {
    await claim();
    const work = db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO orders (account, purchase, cents, receipt)
         VALUES ('web', 'tea', 450, 'ch_1')`,
      );
      await keys.answer(tx, buys, 1, paid);
      throw new Error('the process ended');
    });
    await assert.rejects(work, /ended/);
    assert.equal(await count('orders'), 0);
    assert.equal((await claim()).is, 'busy');
  });

  it('cannot answer once another took over', async () => {
    await claim();
    time.ms = LEASE_MS;
    await claim();
    assert.equal(await answer(1), false);
    assert.equal(await answer(2), true);
    assert.equal(await answer(2), false);
  });
});

describe('letting go of a key', () => {
  it('lets the next work at once', async () => {
    await claim();
    await keys.release(db, buys, 1);
    const mine = { is: 'mine', attempt: 2 };
    assert.deepEqual(await claim(), mine);
  });

  it('takes nothing from who took over', async () => {
    await claim();
    time.ms = LEASE_MS;
    await claim();
    await keys.release(db, buys, 1);
    assert.equal((await claim()).is, 'busy');
  });
});

describe('cleaning up', () => {
  it('takes what is answered and old, not more', async () => {
    await claim();
    await answer(1);
    await claim({ ...buys, key: 'never answered' });
    time.ms = 1;
    const young = { ...buys, key: 'young' };
    await claim(young);
    await keys.answer(db, young, 1, paid);
    time.ms = KEEP_MS;
    assert.equal(await keys.sweep(db, 100), 0);
    time.ms = KEEP_MS + 1;
    assert.equal(await keys.sweep(db, 100), 1);
    assert.equal(await count('idempotency_keys'), 2);
    assert.deepEqual(await claim(), { is: 'mine', attempt: 1 });
  });

  it('counts from the answer, however late it came', async () => {
    await claim();
    time.ms = KEEP_MS * 2;
    await claim();
    await answer(2);
    time.ms = KEEP_MS * 3;
    assert.equal(await keys.sweep(db, 100), 0);
    time.ms += 1;
    assert.equal(await keys.sweep(db, 100), 1);
  });

  /** Answers whose time is over, so many. */
  async function fillWithOld(count: number): Promise<void> {
    await db.exec(`
      INSERT INTO idempotency_keys
        (account, key, fingerprint, first_at, locked_until,
         status, body, expires_at)
      SELECT 'web', n::text, '', to_timestamp(0),
        to_timestamp(0), 201, '', to_timestamp(n)
      FROM generate_series(1, ${count}) AS n`);
    time.ms = 1_000_000;
  }

  it('takes so many at a time', async () => {
    await fillWithOld(250);
    assert.equal(await keys.sweep(db, 100), 100);
    assert.equal(await keys.sweep(db, 100), 100);
    assert.equal(await keys.sweep(db, 100), 50);
  });

  it('takes so many, however it is planned', async () => {
    await fillWithOld(50);
    const swept = db.transaction(async (tx) => {
      // A plan that begins a subquery anew for each row.
      await tx.exec(`
        SET LOCAL enable_hashjoin = off;
        SET LOCAL enable_mergejoin = off;
        SET LOCAL enable_hashagg = off;
        SET LOCAL enable_sort = off;
        SET LOCAL enable_material = off`);
      return keys.sweep(tx, 20);
    });
    assert.equal(await swept, 20);
  });
});

describe('a fingerprint', () => {
  it('keeps fields apart, and their order and types', () => {
    const all = [
      hashOf('a', 'bc'),
      hashOf('ab', 'c'),
      hashOf('bc', 'a'),
      hashOf('1', 2),
      hashOf(1, 2),
    ];
    assert.equal(new Set(all).size, all.length);
    assert.equal(hashOf('a', 1), hashOf('a', 1));
  });
});

describe('work that is all in one database', () => {
  it('needs one transaction, and no lease', async () => {
    await db.exec(`
      DROP TABLE IF EXISTS points;
      CREATE TABLE points (points int NOT NULL);
      INSERT INTO points VALUES (0)`);
    const add = () =>
      db.transaction(async (tx) => {
        const claimed = await keys.claim(tx, buys);
        if (claimed.is === 'answered') return claimed.answer;
        const { rows } = await tx.query<{ points: number }>(
          `UPDATE points SET points = points + 10
           RETURNING points`,
        );
        const body = JSON.stringify(rows[0]);
        const done = { status: 200, body };
        assert.equal(await keys.answer(tx, buys, 1, done), true);
        return done;
      });
    const all = await Promise.all([add(), add(), add()]);
    const same = { status: 200, body: '{"points":10}' };
    assert.deepEqual(all, [same, same, same]);
  });
});

const tea: Payment = {
  account: 'web',
  key: 'k1',
  purchase: 'tea',
  cents: 450,
};
const take = (pay: Pay, payment = tea) =>
  new Payments(keys, pay).take(payment, db);

describe('a payment', () => {
  it('is made once, and answered each time', async () => {
    let charges = 0;
    const pay: Pay = async () => `ch_${(charges += 1)}`;
    const first = await take(pay);
    assert.equal(first.status, 201);
    assert.deepEqual(await take(pay), first);
    assert.equal(charges, 1);
    assert.equal(await count('orders'), 1);
  });

  it('that failed is tried at once, with one key', async () => {
    const told: unknown[] = [];
    const fails: Pay = async ({ key }) => {
      told.push(key);
      throw new Error('503');
    };
    await assert.rejects(take(fails), /503/);
    await assert.rejects(take(fails), /503/);
    assert.equal(told.length, 2);
    assert.equal(told[0], hashOf('web', 'k1'));
    assert.equal(told[0], told[1]);
    assert.equal((await take(async () => 'ch_1')).status, 201);
  });

  it('tells what failed, also where letting go fails', async () => {
    const gone = new Error('connection gone');
    const query: Connection['query'] = () => Promise.reject(gone);
    const payments = new Payments(keys, () =>
      Promise.reject(new Error('503')),
    );
    const { transaction } = db;
    const cut = { query, transaction: transaction.bind(db) };
    await assert.rejects(payments.take(tea, cut), /503/);
    assert.equal((await take(never)).status, 409);
  });

  it('is told to wait while one is under way', async () => {
    const pay: Pay = async () => {
      const { status, retryAfterMs } = await take(never);
      assert.equal(status, 409);
      assert.equal(retryAfterMs, LEASE_MS);
      return 'ch_1';
    };
    assert.equal((await take(pay)).status, 201);
  });

  it('of another sum with this key is refused', async () => {
    await take(async () => 'ch_1');
    const { status } = await take(never, { ...tea, cents: 900 });
    assert.equal(status, 422);
  });

  it('that was overtaken orders nothing', async () => {
    const slow: Pay = async () => {
      time.ms = LEASE_MS;
      await take(async () => 'ch_1');
      return 'ch_1';
    };
    assert.equal((await take(slow)).status, 409);
    assert.equal(await count('orders'), 1);
    assert.equal((await take(never)).status, 201);
  });
});

const never: Pay = () => Promise.reject(new Error('not asked'));
