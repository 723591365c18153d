import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const STARLIGHT_STYLE = /[/\\]@astrojs[/\\]starlight[/\\].*\.css$/;

/** What Starlight's page imports by name and no override reaches → what stands in its place. */
const OWN: Readonly<Record<string, string>> = {
  '../style/print.css?url&no-inline': `${fromRoot('src/styles/print.css')}?url&no-inline`,
  '../components-internals/SidebarPersistState': fromRoot('src/starlight/page-script.ts'),
};

/**
 * The frame and the text are styled by `src/styles` alone, and every page has one script of ours.
 * Starlight's own sheets would only be undone there, at 3 kB (brotli) a page, and its script would
 * keep the state of a sidebar that we do not have.
 */
export function ownFrame(): Plugin {
  return {
    name: 'own-frame',
    enforce: 'pre',
    resolveId: (id) => OWN[id],
    transform: (_code, id) => (STARLIGHT_STYLE.test(id) ? { code: '', map: null } : undefined),
  };
}
