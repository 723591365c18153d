import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ALLOWED_INLINE_FILE, applyPolicies } from '../csp/apply.ts';
import { HEADER_RULES } from '../headers-table.ts';
import { caddyfile, netlifyHeaders, nginxConfig } from '../headers/host-files.ts';
import { builtPages } from '../html/pages.ts';
import { ContentError } from '../../src/catalogue/load/problem.ts';
import { narrativeProblems } from '../../src/blueprints/check-narratives.ts';
import { presets } from '../../src/wizard/presets/presets.ts';
import { astro } from './astro.ts';
import { checkContent } from './check-content.ts';
import { pageKinds } from './page-kinds.ts';
import { precompress } from './precompress.ts';
import { sizeLines } from './sizes.ts';

/** Folder of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** What a build can be asked for. */
export interface BuildOptions {
  /** Absolute folder of the finished site; it is emptied first. */
  readonly outDir: string;
  /** Allow the inline scripts that the pages carry now. */
  readonly acceptInline: boolean;
  /** Lay compressed copies beside the files. */
  readonly precompress: boolean;
}

/**
 * Builds the whole site: content is checked, then come the pages, then what can only be known from the finished pages (their
 * policies), then the files for the hosts.
 *
 * @throws {Error} When a step fails; the message says what to do.
 */
export async function buildSite(options: BuildOptions): Promise<void> {
  const { outDir } = options;
  const untold = narrativeProblems(ROOT, presets);
  if (untold.length > 0) throw new ContentError(untold);
  await checkContent(ROOT);
  const code = await astro(['build', '--outDir', relative(ROOT, outDir)]);
  if (code !== 0) throw new Error('The pages could not be built: see the message above.');
  const pages = await applyPolicies(outDir, {
    kinds: await pageKinds(),
    allowedFile: ALLOWED_INLINE_FILE,
    acceptInline: options.acceptInline,
  });
  const paths = (await builtPages(outDir)).map(({ pathname }) => pathname);
  await writeFile(join(outDir, '_headers'), netlifyHeaders(HEADER_RULES, paths));
  await writeFile(join(ROOT, 'deploy/nginx.conf'), nginxConfig(HEADER_RULES));
  await writeFile(join(ROOT, 'deploy/Caddyfile'), caddyfile(HEADER_RULES));
  if (options.precompress) await precompress(outDir);
  console.log(`Built ${pages} pages into ${relative(ROOT, outDir)}/`);
  for (const line of await sizeLines(outDir)) console.log(line);
}
