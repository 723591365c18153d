import type { PGlite } from '@electric-sql/pglite';
import type { Query } from './keyset.ts';
import type { OrderRow } from './orders-api.ts';
import { INDEX } from './orders.ts';

export interface Seed {
  /** Orders of each of the two shops. */
  readonly rows: number;
  /** Orders of a shop that share one moment. */
  readonly ties: number;
  readonly index: boolean;
}

/** A node of `EXPLAIN`, in as much as we read it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }];
}

export const EXPLAIN =
  'EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF';

/** PostgreSQL, and a count of the rows that it reads. */
export class OrdersTable {
  readonly db: PGlite;
  rowsRead = 0;
  /** Of the last query: "Index Scan 26, Limit 26". */
  plan = '';
  #minutes = 0;

  constructor(db: PGlite) {
    this.db = db;
  }

  /** Empties it and fills it anew. */
  async fill({ rows, ties, index }: Seed): Promise<void> {
    this.#minutes = 0;
    // As for an SSD: reading here and there is not dear.
    await this.db.exec(`
      SET random_page_cost = 1.1;
      DROP TABLE IF EXISTS orders;
      CREATE TABLE orders (
        id bigint PRIMARY KEY,
        shop text NOT NULL,
        created_at timestamptz NOT NULL,
        paid_at timestamptz,
        total int NOT NULL,
        note text NOT NULL
      );
      INSERT INTO orders
      SELECT n,
        CASE n % 2 WHEN 0 THEN 'north' ELSE 'south' END,
        timestamptz '2026-11-30 12:00:00Z'
          + (n - 1) / ${2 * ties} * interval '337 microseconds',
        CASE WHEN n % 6 < 4 THEN timestamptz
          '2026-11-30 13:00:00Z' - n * interval '1 second' END,
        n % 90 + 10,
        repeat('.', 300)
      FROM generate_series(1, ${2 * rows}) AS n;
      ${index ? INDEX : ''}
      ANALYZE orders;
    `);
  }

  /** Ids of a shop's orders. */
  async ids(shop: string): Promise<number[]> {
    const found = await this.db.query<{ id: number }>(
      'SELECT id FROM orders WHERE shop = $1 ORDER BY id',
      [shop],
    );
    return found.rows.map(({ id }) => id);
  }

  /** A new order, of now. */
  async insert(shop: string): Promise<void> {
    await this.db.query(
      `INSERT INTO orders
       SELECT max(id) + 1, $1, ${this.#now()}, NULL, 42, ''
       FROM orders`,
      [shop],
    );
  }

  async remove(id: number): Promise<void> {
    await this.db.query('DELETE FROM orders WHERE id = $1', [id]);
  }

  /** Sets its date to now. */
  async move(id: number): Promise<void> {
    await this.db.query(
      `UPDATE orders SET created_at = ${this.#now()}
       WHERE id = $1`,
      [id],
    );
  }

  /** Later than all before, and the same in every run. */
  #now(): string {
    this.#minutes += 1;
    return `timestamptz '2026-11-30 14:00:00Z'
      + ${this.#minutes} * interval '1 minute'`;
  }

  /** Asks, and counts by `EXPLAIN ANALYZE` what it reads. */
  async find({ text, values }: Query): Promise<OrderRow[]> {
    const explained = await this.db.query<Explained>(
      `${EXPLAIN}, FORMAT JSON) ${text}`,
      [...values],
    );
    const plan = explained.rows[0]?.['QUERY PLAN'][0].Plan;
    if (plan === undefined) throw new Error('no plan');
    const nodes = inward(plan).toReversed();
    this.rowsRead = readBy(nodes[0] as PlanNode);
    this.plan = nodes
      .map((node) => `${node['Node Type']} ${readBy(node)}`)
      .join(', ');
    const found = await this.db.query<OrderRow>(text, [
      ...values,
    ]);
    return found.rows;
  }
}

function inward(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(inward)];
}

function readBy(node: PlanNode): number {
  const removed = node['Rows Removed by Filter'] ?? 0;
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
