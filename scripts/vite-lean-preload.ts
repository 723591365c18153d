import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Vite puts a helper of 0.65 kB (brotli) into every script with an `import()`, to preload the
 * styles and scripts of the chunk. None of our lazy chunks has styles, and a script that waits for
 * a click has nothing to gain, so `import()` goes to the network as it is.
 */
export function leanPreload(): Plugin {
  return {
    name: 'lean-preload',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
