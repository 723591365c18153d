import type { AstroGlobal } from 'astro';
import { getPattern } from '../catalogue/query.ts';
import type { WrittenPattern } from '../catalogue/load/patterns.ts';

/**
 * The pattern whose page is being rendered.
 *
 * @throws Error on a page that is no pattern page
 */
export function currentPattern(astro: Readonly<AstroGlobal>): WrittenPattern {
  const { id } = astro.locals.starlightRoute.entry;
  const pattern = getPattern(id.replace(/^patterns\//, ''));
  if (!pattern) throw new Error(`${id} is no pattern page: its components read pattern data`);
  return pattern;
}
