import type { Figure, World } from '#lab';
import type { Database } from './database.ts';
import type { Payment, Reply } from './payments.ts';
import type { Charge } from './provider.ts';

/** Holds what was wanted against what has happened. */
export class Ledger {
  readonly #world: World;
  readonly #wantedMs = new Map<string, number>();
  readonly #charges = new Map<string, number>();
  readonly #tookMs = new Map<string, number>();
  #wrong = 0;
  #busy = 0;

  constructor(world: World) {
    this.#world = world;
    this.#show();
  }

  wants(purchase: string): void {
    this.#wantedMs.set(purchase, this.#world.clock.now());
  }

  charged({ purchase }: Charge): void {
    const times = (this.#charges.get(purchase) ?? 0) + 1;
    this.#charges.set(purchase, times);
    if (times > 1) this.#world.note(`${purchase} charged again`);
    this.#show();
  }

  gaveUp(purchase: string): void {
    this.#world.note(`${purchase} gives up`);
  }

  /** What a customer is told. */
  hears({ purchase }: Payment, { status, body }: Reply): void {
    if (status === 409) {
      this.#busy += 1;
      this.#world.noteOnce('409: still at work', '409');
    }
    if (status === 422)
      this.#world.note(`${purchase}: 422, key is used`);
    if (status !== 201) return;
    const told = JSON.parse(body) as { purchase: string };
    if (told.purchase !== purchase) {
      this.#wrong += 1;
      this.#world.note(`${purchase} gets a wrong 201`);
      return;
    }
    if (this.#tookMs.has(purchase)) return;
    const wantedMs = this.#wantedMs.get(purchase) ?? 0;
    this.#tookMs.set(
      purchase,
      this.#world.clock.now() - wantedMs,
    );
  }

  #extra(): number {
    let sum = 0;
    for (const times of this.#charges.values()) sum += times - 1;
    return sum;
  }

  #show(): void {
    this.#world.value('extra charges', this.#extra());
  }

  /** @param without who was offline by choice */
  async figures(
    database: Database,
    without: string,
  ): Promise<Figure[]> {
    const ordered = await orderedTwice(database);
    this.#tookMs.delete(without);
    const slowestMs = Math.max(0, ...this.#tookMs.values());
    const better = 'lower';
    return [
      {
        label: 'paid',
        value: this.#charges.size,
        better: 'higher',
        note: `of ${this.#wantedMs.size} purchases`,
      },
      { label: 'extra charges', value: this.#extra(), better },
      {
        label: 'extra orders',
        value: ordered,
        better,
        note: 'rows in the table of orders',
      },
      {
        label: 'wrong answers',
        value: this.#wrong,
        better,
        note: 'a 201 for another purchase',
      },
      {
        label: 'told to wait',
        value: this.#busy,
        better,
        note: 'the cost: 409',
      },
      {
        label: 'SQL statements',
        value: database.statements,
        better,
        note: 'the cost',
      },
      {
        label: 'slowest, in s',
        value: Math.round(slowestMs / 100) / 10,
        better,
        note: 'from the first try to its answer',
      },
    ];
  }
}

async function orderedTwice(database: Database): Promise<number> {
  const db = database.connect(new AbortController().signal);
  const { rows } = await db.query<{ again: number }>(
    `SELECT (count(*) - count(DISTINCT purchase))::int AS again
     FROM orders`,
  );
  return rows[0]?.again ?? 0;
}
