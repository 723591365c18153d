import { createHash } from 'node:crypto';

/**
 * What a committed drawing depends on besides its source. Raise `pipeline` whenever a change under
 * `scripts/diagrams/` changes drawings: every drawing is then stale until `npm run diagrams`.
 */
export const recipe = { mermaid: '12.3.0', pipeline: 2 } as const;

/**
 * The mark that ties a committed drawing to its source and to the recipe that drew it.
 *
 * @param source text of the `.mmd` file; line endings do not count
 * @returns 12 hexadecimal digits
 */
export function fingerprint(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  return createHash('sha256')
    .update(`mermaid ${recipe.mermaid}, pipeline ${recipe.pipeline}\n${text}`)
    .digest('hex')
    .slice(0, 12);
}

/** The attribute of the committed `<svg>` that holds the fingerprint; it never reaches a page. */
export const fingerprintAttribute = 'data-fingerprint';

/** @returns the fingerprint recorded in a committed drawing, if there is one */
export function recordedFingerprint(svg: string): string | undefined {
  return /^<svg[^>]* data-fingerprint="([0-9a-f]{12})"/.exec(svg)?.[1];
}
