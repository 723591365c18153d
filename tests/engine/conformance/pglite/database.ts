// PostgreSQL in the page: queries, parameters, transactions, errors, plans, many rows.
import { PGlite } from '@electric-sql/pglite';

const db = new PGlite();
await db.exec(`
  CREATE TABLE orders (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer text NOT NULL,
    total numeric(10, 2) CHECK (total >= 0),
    placed_at timestamptz NOT NULL DEFAULT '2026-01-02T03:04:05Z',
    tags text[] DEFAULT '{}',
    detail jsonb
  );
`);
const { rows, affectedRows, fields } = await db.query(
  'INSERT INTO orders (customer, total, tags, detail) VALUES ($1, $2, $3, $4) RETURNING *',
  ['Ada', '12.50', ['new', 'paid'], { lines: [{ sku: 'tea' }] }],
);
console.log(rows, affectedRows, fields);
console.log(
  (await db.sql`SELECT ${'x'}::text AS name, ${7}::int AS number, ${null}::bool AS none`).rows,
);

await db.transaction(async (tx) => {
  await tx.query('INSERT INTO orders (customer, total) VALUES ($1, $2)', ['Bob', 3]);
  console.log((await tx.query('SELECT count(*)::int AS inside FROM orders')).rows);
  await tx.rollback();
});
await db
  .transaction(async (tx) => {
    await tx.query(`INSERT INTO orders (customer, total) VALUES ('Eve', -1)`);
  })
  .catch((error: { code?: string; message: string; constraint?: string }) =>
    console.log(error.code, error.message, error.constraint),
  );
for (const query of ['SELEC 1', 'SELECT * FROM nowhere', 'SELECT 1/0'])
  await db
    .query(query)
    .catch((error: { code?: string; message: string; position?: string }) =>
      console.log(error.code, error.message, error.position),
    );
console.log((await db.query('SELECT count(*)::int AS left FROM orders')).rows);

await db.exec(`
  INSERT INTO orders (customer, total)
  SELECT 'customer ' || (n % 1000), n % 100 FROM generate_series(1, 100000) AS n;
  ANALYZE orders;
`);
const plan = async (): Promise<void> => {
  const explain = 'EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) ';
  const query = `SELECT sum(total) FROM orders WHERE customer = 'customer 7'`;
  for (const row of (await db.query<{ 'QUERY PLAN': string }>(explain + query)).rows)
    console.log(row['QUERY PLAN'].replace(/Memory: \d+kB/, 'Memory: n kB'));
  console.log((await db.query(query)).rows);
};
await plan();
await db.exec('CREATE INDEX ON orders (customer)');
await plan();
const page = await db.query<{ id: number }>('SELECT id FROM orders ORDER BY id DESC LIMIT 3', [], {
  rowMode: 'array',
});
console.log(page.rows);

// One after the other, each a round trip of its own.
for (let at = 0; at < 300; at += 1)
  await db.query('UPDATE orders SET total = $1 WHERE id = 1', [at]);
console.log((await db.query('SELECT total FROM orders WHERE id = 1')).rows);

const heard = await db.listen('news', (text) => console.log('heard', text));
await db.query(`NOTIFY news, 'extra'`);
await heard();
console.log(db.ready, db.closed);
await db.close();
console.log(db.ready, db.closed);
await db.query('SELECT 1').catch((error: Error) => console.log(error.message));
