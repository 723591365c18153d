import { pageSources } from '../../playground/engines/embedded/policy.ts';
import { buildFrameScript } from '../build-engine.ts';
import type { PageKind } from '../csp/page-kinds.ts';

/** The pages whose elements need more than the base policy, and what each needs. */
export async function pageKinds(): Promise<readonly PageKind[]> {
  const { hash } = await buildFrameScript();
  return [{ element: 'pattern-playground', additions: { ...pageSources(hash) } }];
}
