import { pageSources } from '../../playground/engines/embedded/policy.ts';
import { pageSources as containerSources } from '../../playground/engines/webcontainer/policy.ts';
import { buildFrameScript } from '../build-engine.ts';
import type { PageKind } from '../csp/page-kinds.ts';
import { extendPolicy } from '../csp/policy.ts';

/** The pages whose elements need more than the base policy, and what each needs. */
export async function pageKinds(): Promise<readonly PageKind[]> {
  const { hash } = await buildFrameScript();
  const embedded = { ...pageSources(hash) };
  return [
    { element: 'pattern-playground', additions: embedded },
    // A script puts the run block in; both engines run here.
    { element: 'playground-page', additions: extendPolicy(embedded, containerSources) },
    // The wizard has its diagrams drawn in a frame of this site, for Mermaid writes style elements.
    { element: 'wizard-app', additions: { 'frame-src': ["'self'"] } },
    { element: 'drawing-frame', additions: { 'style-src': ["'unsafe-inline'"] } },
  ];
}
