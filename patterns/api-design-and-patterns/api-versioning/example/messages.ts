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
