/** What is wrong with a query, for whoever wrote it. */
export interface Complaint {
  readonly parameter: string;
  readonly detail: string;
  /** Where in the parameter, from 0. */
  readonly position?: number;
  /** All that would have been right. */
  readonly allowed?: readonly string[];
}

/** A query that is refused before anything ran. */
export class BadQuery extends Error {
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(`${complaint.parameter}: ${complaint.detail}`);
    this.complaint = complaint;
  }

  /** The body, as application/problem+json (RFC 9457). */
  toJSON(): object {
    return {
      type: 'https://shop.example/problems/bad-query',
      title: 'The query is not one that this list takes',
      status: 400,
      errors: [this.complaint],
    };
  }
}

export interface Limits {
  readonly conditions: number;
  /** Values of one `in`. */
  readonly list: number;
  /** Groups in groups. */
  readonly depth: number;
  /** Of `filter` and of `q`, in characters. */
  readonly length: number;
  readonly page: number;
}

/** Counts what a filter asks for while it is being read. */
export class Budget {
  readonly #limits: Limits;
  readonly #parameter: string;
  #conditions = 0;

  constructor(limits: Limits, parameter: string) {
    this.#limits = limits;
    this.#parameter = parameter;
  }

  /** @throws {BadQuery} where this condition is one too many */
  condition(): void {
    this.#conditions += 1;
    this.#within('conditions', this.#conditions);
  }

  list(length: number): void {
    this.#within('list', length);
  }

  depth(depth: number): void {
    this.#within('depth', depth);
  }

  #within(of: 'conditions' | 'list' | 'depth', n: number): void {
    const most = this.#limits[of];
    if (n <= most) return;
    const things = {
      conditions: `${most} conditions`,
      list: `${most} values in a list`,
      depth: `${most} groups in each other`,
    };
    const detail = `takes at most ${things[of]}`;
    const parameter = this.#parameter;
    throw new BadQuery({ parameter, detail });
  }
}
