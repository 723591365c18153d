import type { Body } from './version-chain.ts';

export interface Request {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: Body;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** A refusal, with the last part of its problem type. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly kind: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    kind: string,
    detail: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.headers = headers;
  }
}

/** Never cached: a 410 is for one version, not for all. */
export function refused(
  { status, kind, message, headers }: Refusal,
  vary: Readonly<Record<string, string>>,
): Reply {
  const type = `/problems/${kind}`;
  return {
    status,
    headers: {
      ...headers,
      ...vary,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    },
    body: { type, status, detail: message },
  };
}
