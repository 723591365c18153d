import { resolve } from 'node:path';
import { builtPages } from '../../scripts/html/pages.ts';

/** Folder of the site under test. */
export const SITE_FOLDER = resolve(process.env['SITE_DIR'] ?? 'dist');

/** Address of every page of the site under test. */
export const PAGES: readonly string[] = (await builtPages(SITE_FOLDER)).map(
  ({ pathname }) => pathname,
);
