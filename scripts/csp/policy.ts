/** Sources by directive; a directive without a source is left out. */
export type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * What every page is held to. Nothing comes from another origin. `'wasm-unsafe-eval'` is the search
 * index; style attributes are allowed, since they cannot load or run anything here. What no page
 * uses is left to `default-src`: objects, fonts, manifests. Frames with an address are for the kinds
 * of pages that `scripts/build/page-kinds.ts` names.
 */
export const BASE_POLICY: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** @returns Both policies' sources, directive by directive, each source once. */
export function extendPolicy(policy: Policy, additions: Policy): Policy {
  const names = new Set([...Object.keys(policy), ...Object.keys(additions)]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      [...new Set([...(policy[name] ?? []), ...(additions[name] ?? [])])],
    ]),
  );
}

/** @returns The text of a policy, as a header or a meta element carries it. */
export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
