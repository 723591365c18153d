import type { HttpValidation } from './server-options.ts';

/** Bytes that the head of a message may have, unless a program says otherwise. */
export const maxHeaderSize = 16 << 10;

/** How forgiving the parser is: `headers` takes odd values, `all` also what a proxy reads otherwise. */
export type Leniency = 'none' | 'headers' | 'all';

/** What a program says of it: `httpValidation`, or the older `insecureHTTPParser`. */
export function leniencyOf(options: {
  readonly httpValidation?: HttpValidation | undefined;
  readonly insecureHTTPParser?: boolean | undefined;
}): Leniency {
  if (options.httpValidation === 'relaxed') return 'headers';
  if (options.httpValidation === 'strict') return 'none';
  return options.httpValidation === 'insecure' || options.insecureHTTPParser ? 'all' : 'none';
}
