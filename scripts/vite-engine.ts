import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { forgetPackages } from './build/engine-packages.ts';
import { engineModule, engineModulePrefix } from './build-engine.ts';

/** Folders whose change makes the engine's texts stale while developing. */
const sources = ['../playground/engines/embedded/', '../playground/lab/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * Serves the engine's texts as virtual modules. Vite makes a chunk with a hashed name of each, in
 * development and in a build, so they load lazily, from the site's own origin, and cache well.
 */
export function embeddedEngine(): Plugin {
  const resolved = `\0${engineModulePrefix}`;
  return {
    name: 'embedded-engine',
    resolveId: (id) => (id.startsWith(engineModulePrefix) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(resolved) ? engineModule(id.slice(resolved.length)) : undefined),
    handleHotUpdate({ file, server }) {
      if (!sources.some((folder) => file.startsWith(folder))) return;
      forgetPackages();
      for (const [id, stale] of server.moduleGraph.idToModuleMap)
        if (id.startsWith(resolved)) server.moduleGraph.invalidateModule(stale);
    },
  };
}
