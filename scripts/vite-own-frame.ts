import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const STARLIGHT_STYLE = /[/\\]@astrojs[/\\]starlight[/\\].*\.css$/;
const STARLIGHT_COMPONENT = /[/\\]@astrojs[/\\]starlight[/\\].*\.astro$/;

/** What Starlight's page imports by name and no override reaches → what stands in its place. */
const OWN: Readonly<Record<string, string>> = {
  '../components-internals/SidebarPersistState': fromRoot('src/starlight/page-script.ts'),
};

/**
 * The frame and the text are styled by `src/styles` alone, and every page has one script of ours.
 * Starlight's own sheets would only be undone there, at 3 kB (brotli) a page, its print sheet would
 * be a file more, and its script would keep the state of a sidebar that we do not have.
 */
export function ownFrame(): Plugin {
  return {
    name: 'own-frame',
    enforce: 'pre',
    resolveId: (id) => OWN[id],
    load: async (id) =>
      STARLIGHT_COMPONENT.test(id) ? withoutStyles(await readFile(id, 'utf8')) : undefined,
    transform: (_code, id) => (STARLIGHT_STYLE.test(id) ? { code: '', map: null } : undefined),
  };
}

/** A component without its sheets, and so without the classes that tie its elements to them. */
export function withoutStyles(component: string): string {
  return component
    .replaceAll(/<style>[^]*?<\/style>/g, '')
    .replace(/<link rel="stylesheet" href={printHref}[^>]*>/, '')
    .replace(/import printHref from .*\n/, '');
}
