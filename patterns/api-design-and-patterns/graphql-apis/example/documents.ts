import { createHash } from 'node:crypto';

/** A document that a client has stored at build. */
export interface Stored {
  readonly source: string;
  /**
   * For how long anybody may be given the same answer. It is
   * run as nobody, so it cannot hold what only one may see.
   */
  readonly publicForS?: number;
}

export type Documents = ReadonlyMap<string, Stored>;

/** The id of a text: appendix A of the draft, `sha256:` in hex. */
export function idOf(source: string): string {
  const hash = createHash('sha256').update(source, 'utf8');
  return `sha256:${hash.digest('hex')}`;
}

export function store(documents: readonly Stored[]): Documents {
  return new Map(documents.map((one) => [idOf(one.source), one]));
}
