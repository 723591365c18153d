import type { Operation, Policy } from '../../model/system.ts';

/** What of a caller changes the answer, so that nobody gets the answer of somebody else. */
const scopes: Readonly<Record<Policy['condition'], string | undefined>> = {
  none: undefined,
  owner: 'subject',
  'same-tenant': 'tenant',
  attribute: 'subject',
  relationship: 'subject',
};

/** Whose the answer is: everybody's, one tenant's or one person's. */
export function scopeOf(operation: Operation, policies: readonly Policy[]): string | undefined {
  const conditions = policies
    .filter(({ id, operations }) => id === operation.policy || operations.includes(operation.id))
    .map(({ condition }) => scopes[condition]);
  return ['subject', 'tenant'].find((scope) => conditions.includes(scope));
}

/**
 * The key of an entry, as in "orders:read-order:v1:{subject}:{orderId}". The version rises with the
 * form of the answer, so that a release never reads what the one before has written.
 */
export function cacheKey(operation: Operation, policies: readonly Policy[]): string {
  const scope = scopeOf(operation, policies);
  const named = [...operation.path.matchAll(/\{[^}]+\}/gu)].map(([part]) => part);
  return [
    operation.capability,
    operation.id,
    'v1',
    ...(scope === undefined ? [] : [`{${scope}}`]),
    ...named,
    ...(operation.cache?.invalidation === 'versioned-key' ? ['{version}'] : []),
    ...(operation.kind === 'list' ? ['{sorted query}'] : []),
  ].join(':');
}
