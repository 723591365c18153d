import { Slots } from '#lab';
import type { Random, World } from '#lab';

export interface DatabaseOptions {
  /** Connections. */
  readonly pool: number;
  readonly queryMs: number;
}

const ROW_MS = 0.1; // 24 rows take 2.4 ms longer than none

/** Takes time, has few connections, and counts. */
export class Database {
  queries = 0;
  readonly #world: World;
  readonly #queryMs: number;
  readonly #pool: Slots;
  readonly #dice: Random;

  constructor(world: World, { pool, queryMs }: DatabaseOptions) {
    this.#world = world;
    this.#queryMs = queryMs;
    this.#dice = world.random.fork('queries');
    const limit = { value: pool, label: `pool ${pool}` };
    const onChange = (held: number) =>
      world.value('connections held', held, { limit });
    const { clock } = world;
    this.#pool = new Slots({ clock, size: pool, onChange });
  }

  /** One query, on a connection of its own. */
  query<Row>(
    table: string,
    find: () => readonly Row[],
  ): Promise<readonly Row[]> {
    const route = { from: 'graphql', to: table, label: table };
    return this.#world.call(route, async () => {
      const release = await this.#pool.acquire();
      try {
        const rows = find();
        const ms = this.#queryMs * this.#dice.uniform(0.9, 1.1);
        const rowsMs = rows.length * ROW_MS;
        await this.#world.clock.sleep(ms + rowsMs);
        this.queries += 1;
        this.#world.value('queries so far', this.queries);
        return rows;
      } finally {
        release();
      }
    });
  }
}
