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
