/**
 * The policy with its walls down, for the control run: an opaque frame that may do what a page may.
 * The detectors of `isolation.spec.ts` must fire here, or they prove nothing.
 */
import type { PageSources } from '../../../playground/engines/embedded/policy.ts';

export const frameSandbox = 'allow-scripts allow-modals allow-downloads allow-forms allow-popups';

export const frameAllow = '';

export function pageSources(): PageSources {
  return { 'script-src': [], 'worker-src': [] };
}

export function framePolicy(): string {
  return '';
}

export function frameDocument(script: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Code runner</title><body><script>${script}</script>`;
}
