import { PGlite } from '@electric-sql/pglite';
import type { Statement } from './sql.ts';

export const TENANTS = 8;

export interface Order {
  readonly id: number;
  readonly tenant_id: number;
  readonly shipped_at: Date | null;
}

export interface Answer {
  readonly orders: readonly Order[];
  /** Rows of the table that were looked at. */
  readonly read: number;
  /** Nodes of the plan, the outermost first. */
  readonly plan: readonly string[];
}

/** PostgreSQL, with the orders of all tenants in one table. */
export class Database {
  readonly #postgres: PGlite;

  private constructor(postgres: PGlite) {
    this.#postgres = postgres;
  }

  /** @param each orders of one tenant */
  static async open(
    each: number,
    indexes: string,
  ): Promise<Database> {
    const postgres = await PGlite.create();
    await postgres.exec(table(each * TENANTS));
    await postgres.exec(`${indexes} ANALYZE orders;`);
    return new Database(postgres);
  }

  /** Runs it, and again to see what it read. */
  async ask({ text, values }: Statement): Promise<Answer> {
    const bound = [...values];
    const { rows } = await this.#postgres.query<Order>(
      text,
      bound,
    );
    const seen = await this.#postgres.query<Explained>(
      `EXPLAIN (ANALYZE, FORMAT JSON, COSTS OFF, TIMING OFF,
        SUMMARY OFF, BUFFERS OFF) ${text}`,
      bound,
    );
    const nodes = [
      ...nodesOf(seen.rows[0]?.['QUERY PLAN'][0]?.Plan),
    ];
    return {
      orders: rows,
      read: nodes.reduce((sum, node) => sum + readBy(node), 0),
      plan: nodes.map(named),
    };
  }

  /** The plan as a person reads it. */
  async explain({ text, values }: Statement): Promise<string> {
    const { rows } = await this.#postgres.query<{
      'QUERY PLAN': string;
    }>(
      `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF,
        BUFFERS OFF) ${text}`,
      [...values],
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  close(): Promise<void> {
    return this.#postgres.close();
  }
}

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: Node }[];
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

function* nodesOf(node: Node | undefined): Generator<Node> {
  if (!node) return;
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/** Only nodes with a table read rows of it. */
function readBy(node: Node): number {
  if (node['Relation Name'] === undefined) return 0;
  return (
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  );
}

function named(node: Node): string {
  const { 'Node Type': type, 'Index Name': index } = node;
  return index === undefined ? type : `${type} ${index}`;
}

/** Rows by arithmetic: the same everywhere, tenants mixed. */
export const table = (rows: number): string => `
CREATE TABLE orders (
  id int PRIMARY KEY,
  tenant_id int NOT NULL,
  status text NOT NULL,
  total int NOT NULL,
  customer text NOT NULL,
  placed_at timestamptz NOT NULL,
  shipped_at timestamptz,
  note text NOT NULL,
  search tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('english', customer), 'A') ||
    setweight(to_tsvector('english', note), 'B')
  ) STORED
);
INSERT INTO orders
SELECT n, 1 + n % ${TENANTS},
  (ARRAY['open', 'paid', 'paid', 'paid', 'shipped', 'shipped',
    'shipped', 'shipped', 'shipped', 'canceled'])[1 + turn],
  500 * (1 + k * 37 / 9 % 8),
  (ARRAY['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gus',
    'Hana'])[1 + k * 5 % 8] || ' ' || (ARRAY['Ash', 'Birch',
    'Cedar', 'Elm', 'Fir', 'Hazel', 'Oak'])[1 + k * 3 % 7],
  timestamptz '2026-01-01Z' + n * interval '7 minutes',
  CASE WHEN turn BETWEEN 4 AND 8 THEN
    timestamptz '2026-01-02Z' + n * interval '7 minutes' END,
  CASE WHEN k % 50 = 3 THEN 'Gift wrap, please'
    WHEN k % 50 = 7 THEN 'A gift, in red, to be wrapped'
    WHEN k % 50 = 9 THEN 'To be wrapped as a gift'
    ELSE 'Leave it at the door' END
FROM generate_series(1, ${rows}) AS n,
  LATERAL (SELECT n / ${TENANTS} AS k) AS a,
  LATERAL (SELECT k * 7 % 10 AS turn) AS b;
`;
