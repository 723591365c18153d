import type { Facts } from '../facts.ts';
import type { Api, Operation, Policy } from '../system.ts';
import type { Area } from './areas.ts';
import { changes } from './operations.ts';
import type { Plan } from './plan.ts';

/** Somebody who may do something. */
interface Role {
  readonly name: string;
  /** Whose records it may touch. */
  readonly sees: 'own' | 'tenant' | 'all';
  readonly kind: 'person' | 'staff' | 'machine';
}

const signInRoles: Readonly<Record<string, Role>> = {
  consumers: { name: 'customer', sees: 'own', kind: 'person' },
  'company-sso': { name: 'member', sees: 'tenant', kind: 'person' },
  staff: { name: 'staff', sees: 'all', kind: 'staff' },
  machines: { name: 'machine', sees: 'all', kind: 'machine' },
};

/** Runs the system; there where anybody signs in at all. */
const administrator: Role = { name: 'administrator', sees: 'all', kind: 'staff' };

/**
 * Who may do what: for each area and role one policy for reading and one for changing. An operation
 * names the first policy that lists it, which is that of the narrowest role.
 */
export function withPolicies(
  plan: Plan,
  apis: readonly Api[],
): { readonly apis: readonly Api[]; readonly policies: readonly Policy[] } {
  const policies = plan.areas.flatMap((area) => policiesFor(area, plan, apis));
  const first = new Map<string, string>();
  for (const { id, operations } of policies) {
    for (const operation of operations) if (!first.has(operation)) first.set(operation, id);
  }
  return {
    policies,
    apis: apis.map((api) => ({
      ...api,
      operations: api.operations.map((operation) => ({
        ...operation,
        policy: first.get(operation.id) ?? '',
      })),
    })),
  };
}

function policiesFor(area: Area, plan: Plan, apis: readonly Api[]): readonly Policy[] {
  const own = apis.flatMap(({ operations }) =>
    operations.filter(({ capability }) => capability === area.id),
  );
  const { facts, decisions } = plan.solution;
  if (decisions.authentication.chosen === 'none') {
    return [policy(area, 'anybody', 'use', own, 'none')];
  }
  const roles = [...new Set([...facts.signIn, ...programs(facts)])].flatMap(
    (kind) => signInRoles[kind] ?? [],
  );
  const isOpen = facts.signIn.includes('public') && area.word.readBy === 'anybody';
  const reads = own.filter(({ kind }) => !changes(kind));
  return [
    ...(isOpen ? [policy(area, 'anybody', 'read', reads, 'none')] : []),
    ...[...roles, administrator].flatMap((role) => {
      const allowed = own.filter((operation) => may(role, operation, area));
      const reading = allowed.filter(({ kind }) => !changes(kind));
      const changing = allowed.filter(({ kind }) => changes(kind));
      const condition = conditionFor(role, area, plan);
      return [
        ...(reading.length > 0 ? [policy(area, role.name, 'read', reading, condition)] : []),
        ...(changing.length > 0 ? [policy(area, role.name, 'change', changing, condition)] : []),
      ];
    }),
  ];
}

/** Programs and devices call as machines, even where only people were said to sign in. */
function programs({ clients }: Facts): readonly Facts['signIn'][number][] {
  const calls = clients.some((client) => client !== 'web' && client !== 'mobile');
  return calls ? ['machines'] : [];
}

/** Consumers see what is about them or open to all, and change what is theirs; the others see everything of their tenant or of all. */
function may({ name, kind: who, sees }: Role, { kind }: Operation, { word }: Area): boolean {
  if (name === 'administrator') return true;
  if (sees === 'own' && word.readBy === 'staff') return false;
  if (!changes(kind)) return true;
  const writer = word.writtenBy ?? 'owner';
  if (who === 'staff') return writer !== 'machine';
  return who === 'machine' ? kind !== 'remove' : writer === 'owner';
}

function conditionFor(role: Role, { word }: Area, { settings }: Plan): Policy['condition'] {
  if (settings.authorization === 'same-for-all' || role.sees === 'all') {
    return settings.authorization === 'attributes' && role.name !== 'administrator'
      ? 'attribute'
      : 'none';
  }
  if (role.sees === 'tenant') return 'same-tenant';
  if (word.readBy === 'anybody') return 'none';
  return settings.authorization === 'relationships' ? 'relationship' : 'owner';
}

function policy(
  { id }: Area,
  role: string,
  does: 'use' | 'read' | 'change',
  operations: readonly Operation[],
  condition: Policy['condition'],
): Policy {
  return {
    id: `${id}-${does}-${role}`,
    role,
    operations: operations.map((operation) => operation.id),
    condition,
  };
}
