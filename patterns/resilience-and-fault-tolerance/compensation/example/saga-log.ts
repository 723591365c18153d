/** How it ended; what is `parked` waits for a person. */
export type Outcome = 'done' | 'undone' | 'parked';

export interface Entry {
  readonly what:
    | 'will' // this step may happen from now on
    | 'again' // one more try of it, or of its undo
    | 'did'
    | 'back' // from here on only backward
    | 'undid'
    | 'taken' // another process goes on; the last one stops
    | 'stuck' // this step could be neither done nor undone
    | Outcome;
  readonly step?: string;
  readonly why?: string;
}

/** What outlives the process: a table, one row an entry. */
export interface SagaLog {
  read(id: string): Promise<readonly Entry[]>;
  /**
   * Writes entry number `at`, counted from 0. In SQL the table
   * has `PRIMARY KEY (id, at)`.
   *
   * @throws ConflictError where somebody has written that one
   */
  append(id: string, at: number, entry: Entry): Promise<void>;
  /** Begun and not ended, for who starts after a crash. */
  unfinished(): Promise<readonly string[]>;
}

/** Another process is at work on the same saga. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

const ENDS: ReadonlySet<string> = new Set<Outcome>([
  'done',
  'undone',
  'parked',
]);

/** The entries of one saga, for the one process that runs it. */
export class Journal {
  readonly id: string;
  readonly #log: SagaLog;
  readonly #entries: Entry[];

  private constructor(
    log: SagaLog,
    id: string,
    entries: readonly Entry[],
  ) {
    this.#log = log;
    this.id = id;
    this.#entries = [...entries];
  }

  static async open(log: SagaLog, id: string): Promise<Journal> {
    return new Journal(log, id, await log.read(id));
  }

  /** Names of the steps in it. */
  get steps(): readonly string[] {
    return this.#entries.flatMap(({ step = [] }) => step);
  }

  get begun(): boolean {
    return this.#entries.length > 0;
  }

  get turnedBack(): boolean {
    return this.#entries.some(({ what }) => what === 'back');
  }

  has(what: Entry['what'], step?: string): boolean {
    return this.#entries.some(
      (entry) => entry.what === what && entry.step === step,
    );
  }

  /** @throws ConflictError */
  async add(entry: Entry): Promise<void> {
    const at = this.#entries.length;
    await this.#log.append(this.id, at, entry);
    this.#entries.push(entry);
  }
}

/** Stands for the table. */
export class MemoryLog implements SagaLog {
  readonly #rows = new Map<string, Entry[]>();
  readonly #onAppend: (id: string, entry: Entry) => void;

  constructor(
    onAppend: (id: string, entry: Entry) => void = () => {},
  ) {
    this.#onAppend = onAppend;
  }

  read(id: string): Promise<readonly Entry[]> {
    return Promise.resolve([...(this.#rows.get(id) ?? [])]);
  }

  async append(
    id: string,
    at: number,
    entry: Entry,
  ): Promise<void> {
    const rows = this.#rows.get(id) ?? [];
    if (rows.length !== at)
      throw new ConflictError(`${id} has an entry ${at}`);
    this.#rows.set(id, [...rows, entry]);
    this.#onAppend(id, entry);
  }

  unfinished(): Promise<readonly string[]> {
    const open = [...this.#rows].filter(
      ([, rows]) => !ENDS.has(rows.at(-1)?.what ?? ''),
    );
    return Promise.resolve(open.map(([id]) => id));
  }
}
