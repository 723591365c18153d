/**
 * Whether a fragment means to be a link with edits; headings have no dot in theirs. Apart from
 * `share-link.ts`, which reads one, so that asking costs nothing.
 */
export function isShareFragment(fragment: string): boolean {
  return /^#?p\d+\./.test(fragment);
}

/** Tells the links of one example apart: the end of a code is its checksum. */
export function linkIdOf(fragment: string): string {
  return `#${fragment.slice(-12)}`;
}
