import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { elementsOf, ownTextOf, parseHtml } from '../../../scripts/html/document.ts';
import type { BuiltPage } from '../../../scripts/html/pages.ts';
import { program, runCommand } from '../../../scripts/steps/command.ts';
import { blocksOf } from './html-to-markdown.ts';

const CACHE = join(import.meta.dirname, '../../../.cache/perf-baseline');
const BUILD_LIMIT_MS = 300_000;

/** Inline SVG is drawn by styles: the same drawings need the same rules and the colors they name. */
const DRAWING_STYLES = ['tokens', 'diagram', 'trace'];

/** Starlight as its installer leaves it: search, Expressive Code, a sidebar of everything. */
const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
const customCss = ${JSON.stringify(DRAWING_STYLES.map((name) => `./src/styles/${name}.css`))};
export default defineConfig({
  integrations: [starlight({ title: 'Backend Architect', customCss })],
});
`;

const COLLECTIONS = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Astro bundles an integration only where the site's own package names it. */
const PACKAGE =
  '{ "type": "module", "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }\n';

/**
 * Builds a default Starlight site with the same pages, so that ours can be weighed against it. The
 * measured page has the same content, its drawings with their styles; the others stand for
 * themselves in the sidebar.
 *
 * @param pages Every page of our built site.
 * @param measured Address of the page whose content is carried over.
 * @returns Folder of the built baseline, from the cache where nothing has changed.
 */
export async function buildBaseline(
  pages: readonly BuiltPage[],
  measured: string,
): Promise<string> {
  const files = new Map([
    ['astro.config.mjs', CONFIG],
    ['src/content.config.ts', COLLECTIONS],
    ['package.json', PACKAGE],
    ['public/favicon.svg', await readFile(join(CACHE, '../../public/favicon.svg'), 'utf8')],
  ]);
  for (const name of DRAWING_STYLES) {
    const style = join(CACHE, `../../src/styles/${name}.css`);
    files.set(`src/styles/${name}.css`, await readFile(style, 'utf8'));
  }
  for (const { file, pathname } of pages.filter((page) => page.pathname.endsWith('/'))) {
    const markdown = markdownOf(await readFile(file, 'utf8'), pathname === measured);
    files.set(`src/content/docs/${pathname.slice(1) || 'index/'}`.replace(/\/$/, '.md'), markdown);
  }
  const folder = join(CACHE, await keyOf(files));
  if (!existsSync(folder)) await build(files, folder);
  return join(folder, 'dist');
}

function markdownOf(html: string, whole: boolean): string {
  const elements = [...elementsOf(parseHtml(html))];
  const title = elements.find(({ tagName }) => tagName === 'h1');
  const main = elements.find(({ tagName }) => tagName === 'main');
  if (title === undefined || main === undefined) throw new Error('A page has no h1 or no main.');
  const heading = ownTextOf(title).replaceAll(/\s+/g, ' ').trim();
  const body = whole ? blocksOf(main).join('\n\n') : heading;
  return `---\ntitle: ${JSON.stringify(heading)}\n---\n\n${body}\n`;
}

/** The content and the versions that turn it into a site; the scripts that write it are content. */
async function keyOf(files: ReadonlyMap<string, string>): Promise<string> {
  const lockfile = await readFile(join(CACHE, '../../package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockfile);
  for (const [path, text] of files) hash.update(`${path}\n${text}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function build(files: ReadonlyMap<string, string>, folder: string): Promise<void> {
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(dirname(join(draft, path)), { recursive: true });
    await writeFile(join(draft, path), text);
  }
  const command = [...program('astro'), 'build', '--root', draft];
  const { code, output } = await runCommand(command, BUILD_LIMIT_MS);
  if (code !== 0) throw new Error(`The baseline site could not be built:\n${output}`);
  await rename(draft, folder);
}
