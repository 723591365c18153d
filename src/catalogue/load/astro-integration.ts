import type { AstroIntegration } from 'astro';
import { readLibrary } from './library.ts';

/** Stops a build whose content has problems, before anything is rendered, and names each one. */
export function contentChecks(): AstroIntegration {
  return {
    name: 'content-checks',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') readLibrary(process.cwd());
      },
    },
  };
}
