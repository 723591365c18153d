import { Slots } from '#lab';
import type { Random, Release, World } from '#lab';

const STATEMENT_MS = 20; // on a core
const KEY_MS = 2; // the same, where the key is there already
const COMMIT_MS = 60; // waits for the disk, on no core
const CORES = 2;
const CONNECTIONS = 5;
const MAX_WAIT_MS = 1_000; // for a connection

/** A statement that failed; the transaction can go on. */
export class RowError extends Error {
  override readonly name = 'RowError';
  readonly status: 422 | 503;

  constructor(status: 422 | 503, problem: string) {
    super(problem);
    this.status = status;
  }
}

/** What a statement does: to a row, and for which receipt. */
export interface Change {
  readonly product: number;
  /** Counted at the commit. */
  readonly receipt?: string;
}

/**
 * Changes a row, which is locked from now to the end.
 *
 * @returns false where the receipt is known already
 * @throws {RowError} and has changed nothing
 */
export type MakeChange = (change: Change) => Promise<boolean>;

export interface StoreOptions {
  /** Whether it keeps the key of each receipt, and looks. */
  readonly keys: boolean;
  /** What is wrong with a product, now. */
  readonly faultOf: (product: number) => RowError | undefined;
  /** Share of the commits of receipts whose answer gets lost. */
  readonly lost: number;
  readonly onCounted: () => void;
}

/** A transaction that has not ended. */
interface Open {
  readonly signal: AbortSignal | undefined;
  readonly held: Map<number, Release>;
  readonly receipts: Map<string, number>;
}

/** Rows with locks, a few connections, fewer cores. */
export class Store {
  readonly #world: World;
  readonly #options: StoreOptions;
  readonly #connections: Slots;
  readonly #cores: Slots;
  readonly #dice: Random;
  readonly #rows = new Map<number, Slots>();
  /** How many times each receipt is in the stock. */
  readonly counted = new Map<string, number>();
  /** What each receipt was for. */
  readonly #productOf = new Map<string, number>();
  /** Changes made for receipts, whether they stayed or not. */
  made = 0;

  constructor(world: World, options: StoreOptions) {
    const { clock } = world;
    const name = 'connection';
    const pool = { size: CONNECTIONS, maxWaitMs: MAX_WAIT_MS };
    this.#world = world;
    this.#options = options;
    this.#connections = new Slots({ clock, name, ...pool });
    this.#cores = new Slots({ clock, size: CORES });
    this.#dice = world.random.fork('commits');
  }

  /** All of `work` stays, or nothing of it where it rejects. */
  async run<T>(
    work: (change: MakeChange) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const release = await this.#connections.acquire(signal);
    const open: Open = {
      signal,
      held: new Map(),
      receipts: new Map(),
    };
    try {
      const result = await work((change) =>
        this.#change(change, open),
      );
      await this.#world.clock.sleep(COMMIT_MS);
      this.#commit(open.receipts);
      return result;
    } finally {
      for (const unlock of open.held.values()) unlock();
      release();
    }
  }

  async #change(
    { product, receipt }: Change,
    open: Open,
  ): Promise<boolean> {
    await this.#lock(product, open);
    if (receipt === undefined) {
      await this.#work(STATEMENT_MS, open);
      return true;
    }
    if (this.#options.keys && this.counted.has(receipt)) {
      await this.#work(KEY_MS, open);
      if (this.#productOf.get(receipt) !== product)
        throw new RowError(422, 'other-content');
      return false;
    }
    await this.#work(STATEMENT_MS, open);
    this.made += 1;
    const fault = this.#options.faultOf(product);
    if (fault) throw fault;
    open.receipts.set(receipt, product);
    return true;
  }

  async #lock(product: number, open: Open): Promise<void> {
    if (open.held.has(product)) return;
    const { clock } = this.#world;
    const row =
      this.#rows.get(product) ?? new Slots({ clock, size: 1 });
    this.#rows.set(product, row);
    open.held.set(product, await row.acquire(open.signal));
  }

  async #work(ms: number, { signal }: Open): Promise<void> {
    const release = await this.#cores.acquire(signal);
    try {
      await this.#world.clock.sleep(ms);
    } finally {
      release();
    }
  }

  #commit(receipts: ReadonlyMap<string, number>): void {
    if (receipts.size === 0) return;
    for (const [receipt, product] of receipts) {
      this.counted.set(receipt, this.timesOf(receipt) + 1);
      this.#productOf.set(receipt, product);
    }
    this.#options.onCounted();
    if (this.#dice.chance(this.#options.lost))
      throw new Error('connection lost at commit');
  }

  timesOf(receipt: string): number {
    return this.counted.get(receipt) ?? 0;
  }
}
