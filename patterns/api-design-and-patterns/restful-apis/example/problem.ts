/** A mistake that the field at `pointer` (RFC 6901) has. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** The kinds of problem that a program may act on. */
const titles = {
  'not-found': 'There is no such order',
  'not-allowed': 'This resource does not do that',
  'not-json': 'The body is not JSON',
  'not-an-address': 'The address cannot be read',
  'not-valid': 'The order is not valid',
  'wrong-type': 'The media type is not supported',
  'too-large': 'The body is too large',
  stale: 'The order has changed since you read it',
  exists: 'There is an order of this name already',
  blind: 'Say which version you change',
  full: 'There is no room for another order',
  'not-a-page': 'The page cannot be had',
  unexpected: 'Something went wrong here',
} as const;

export type ProblemKind = keyof typeof titles;

/** A refusal as RFC 9457 has it: `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly kind: ProblemKind;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];

  /** @param detail what is wrong this time, and what to do */
  constructor(
    status: number,
    kind: ProblemKind,
    detail: string,
    more: {
      headers?: Readonly<Record<string, string>>;
      errors?: readonly FieldError[];
    } = {},
  ) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.headers = more.headers ?? {};
    this.errors = more.errors ?? [];
  }

  /** Programs branch on `type`; `detail` is for people. */
  toJSON(): object {
    return {
      type: `/problems/${this.kind}`,
      title: titles[this.kind],
      status: this.status,
      detail: this.message,
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}
