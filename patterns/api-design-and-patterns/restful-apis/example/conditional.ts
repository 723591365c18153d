/**
 * Optimistic concurrency over HTTP: RFC 9110, sections 8.8.3
 * and 13. Judge and write in one step that nothing can come
 * between. Here that is one turn of the event loop; in SQL it is
 * `UPDATE … WHERE id = $1 AND version = $2`.
 */

/** What a client believes to be there, in two headers. */
export interface Beliefs {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export type Judgment =
  /** do what the method says */
  | 'go'
  /** 304: the client has it already */
  | 'not-modified'
  /** 412: it is not what the client believes */
  | 'stale'
  /** 428 (RFC 6585): the client names no version */
  | 'blind';

/** A strong tag: two versions never share one. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * @param current the tag of what is there, if anything is
 * @param careful refuse a change that names no version
 */
export function judge(
  method: string,
  { ifMatch, ifNoneMatch }: Beliefs,
  current: string | undefined,
  careful: boolean,
): Judgment {
  const reads = method === 'GET' || method === 'HEAD';
  if (
    ifMatch !== undefined &&
    !matches(ifMatch, current, 'strong')
  ) {
    return 'stale';
  }
  if (
    ifNoneMatch !== undefined &&
    matches(ifNoneMatch, current, 'weak')
  ) {
    return reads ? 'not-modified' : 'stale';
  }
  if (reads || !careful) return 'go';
  return namesVersion(ifMatch, ifNoneMatch) ? 'go' : 'blind';
}

/**
 * A tag that was read, or `*` for "there is none". The other two
 * overwrite unseen: `If-Match: *` fits every version, and
 * `If-None-Match: "1"` every version but one.
 */
function namesVersion(ifMatch = '*', ifNoneMatch = ''): boolean {
  return ifMatch.trim() !== '*' || ifNoneMatch.trim() === '*';
}

const TAG = /(?:W\/)?"[!\x23-\x7e\x80-\xff]*"/g;

/** `*` fits whatever is there; a list, if one tag of it does. */
function matches(
  header: string,
  current: string | undefined,
  comparison: 'strong' | 'weak',
): boolean {
  if (current === undefined) return false;
  if (header.trim() === '*') return true;
  // What is no list of tags fits nothing: `w/"1"` is not "1".
  if (/[^,\s]/.test(header.replace(TAG, ''))) return false;
  return (header.match(TAG) ?? []).some((tag) =>
    comparison === 'strong'
      ? tag === current && !tag.startsWith('W/')
      : withoutWeak(tag) === withoutWeak(current),
  );
}

function withoutWeak(tag: string): string {
  return tag.replace(/^W\//, '');
}
