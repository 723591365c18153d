import type { Database, Order } from './database.ts';
import type { Request } from './requests.ts';
import type { Statement } from './sql.ts';

/** One answer, or all pages of it. */
export interface Whole {
  readonly orders: readonly Order[];
  readonly read: number;
  /** By the dearest of its statements. */
  readonly mostRead: number;
  /** Pages that an index had in order, and the others. */
  readonly byIndex: number;
  readonly sorted: number;
}

/** Asks once, or until a page is empty. */
export async function answerTo(
  database: Database,
  { query, pages }: Request,
  statementOf: (query: string) => Statement,
): Promise<Whole> {
  const orders: Order[] = [];
  const so = { read: 0, mostRead: 0, byIndex: 0, sorted: 0 };
  for (;;) {
    const next = `${query}&offset=${orders.length}`;
    const asked = statementOf(pages ? next : query);
    const answer = await database.ask(asked);
    so.read += answer.read;
    so.mostRead = Math.max(so.mostRead, answer.read);
    if (answer.orders.length > 0) {
      const sorts = answer.plan.includes('Sort');
      so[sorts ? 'sorted' : 'byIndex'] += 1;
      orders.push(...answer.orders);
    }
    if (!pages || answer.orders.length === 0)
      return { orders, ...so };
  }
}
