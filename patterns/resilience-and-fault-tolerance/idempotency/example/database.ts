import type { PGlite } from '@electric-sql/pglite';
import type { Clock } from '#lab';
import type { Sql } from './keys.ts';

/** What a process does with its database. */
export interface Connection extends Sql {
  /** Commits what `work` did, or nothing where it throws. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
}

/** One round trip, with its commit. */
const COMMIT_MS = 5;

/**
 * PostgreSQL in a world with a clock of its own. Its one
 * connection does one transaction after the other. A server
 * with many holds up the second of two with the same key only.
 */
export class Database {
  readonly #pglite: PGlite;
  readonly #clock: Clock;
  statements = 0;

  constructor(pglite: PGlite, clock: Clock) {
    this.#pglite = pglite;
    this.#clock = clock;
  }

  /** Makes its tables anew. */
  async reset(schema: string): Promise<void> {
    await this.#hold(() => this.#pglite.exec(schema));
  }

  /** For one process: when it ends, it asks nothing more. */
  connect(signal: AbortSignal): Connection {
    const pglite = this.#pglite;
    const counted = (sql: Sql): Sql => ({
      query: (text, values) => {
        this.statements += 1;
        return sql.query(text, values);
      },
    });
    return {
      query: (text, values) =>
        this.#during(signal, () =>
          counted(pglite).query(text, values),
        ),
      transaction: (work) =>
        this.#during(signal, () =>
          pglite.transaction((tx) => work(counted(tx))),
        ),
    };
  }

  async #during<T>(
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    await this.#clock.sleep(COMMIT_MS, { signal });
    return this.#hold(work);
  }

  /** It takes real time; virtual time stands still meanwhile. */
  async #hold<T>(work: () => Promise<T>): Promise<T> {
    let done = false;
    const again = (): void => {
      if (!done) this.#clock.setTimer(0, again);
    };
    again();
    try {
      return await work();
    } finally {
      done = true;
    }
  }
}
