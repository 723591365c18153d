import { fingerprint, recordedFingerprint } from './fingerprint.ts';

/**
 * Takes a committed drawing for a page, or stops the build.
 *
 * @param name path of the diagram without its ending, for messages
 * @param source text of the `.mmd` file, if there is one
 * @param svg text of the committed drawing, if there is one
 * @returns SVG to inline, without the fingerprint
 * @throws Error with the file and what to do, when either is missing or they do not belong together
 */
export function committedSvg(
  name: string,
  source: string | undefined,
  svg: string | undefined,
): string {
  if (source === undefined) throw new Error(`${name}.mmd does not exist: write it, or correct src`);
  if (svg === undefined) throw new Error(`${name}.svg is missing: run npm run diagrams, commit it`);
  if (recordedFingerprint(svg) !== fingerprint(source)) {
    throw new Error(`${name}.svg is stale: run npm run diagrams, look at it, commit it`);
  }
  return svg.replace(/ (xmlns|data-fingerprint)="[^"]*"/g, '').trim();
}
