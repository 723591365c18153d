/** The policy with its walls down: a frame of the site's own origin that may do what a page may. */
import type { PageSources } from '../../../../playground/engines/embedded/policy.ts';

export const frameSandbox = `allow-scripts allow-same-origin allow-modals allow-downloads allow-forms
  allow-popups allow-top-navigation`;

export const frameOrigin = self.origin;

export const frameDoors: readonly string[] = [];

export const frameAllow = 'camera *; geolocation *; clipboard-read *; fullscreen *';

export function pageSources(): PageSources {
  return { 'script-src': [], 'worker-src': [] };
}

export function framePolicy(): string {
  return '';
}

export function frameDocument(script: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Code runner</title><body><script>${script}</script>`;
}
