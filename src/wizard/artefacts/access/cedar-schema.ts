import type { Policy } from '../../model/system.ts';
import { allOperations, capabilityOf } from '../find-in-model.ts';
import type { Architecture } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import { pascal } from '../names.ts';
import { quoted } from './cedar-policy.ts';

/** The types that the policies speak of, in Cedar's own schema format. */
export function cedarSchema({ architecture }: RecordContext): string {
  const used = new Set(allOperations(architecture).map(({ operation }) => operation.capability));
  return [
    '// Made from the capabilities and operations of architecture.json, for policy.cedar.',
    'entity Role;',
    'entity Tenant;',
    '// Whoever calls: a person, a program or, unknown, Caller::"anonymous".',
    'entity Caller in [Role] {',
    '  tenant?: Tenant,',
    '  department?: String,',
    '};',
    ...architecture.capabilities
      .filter(({ id }) => used.has(id))
      .map((capability) => entityLines(capability.id, architecture).join('\n')),
    '',
    ...allOperations(architecture).map(({ operation }) => {
      const type = recordType(architecture, operation.capability);
      return `action ${quoted(operation.id)} appliesTo { principal: [Caller], resource: [${type}] };`;
    }),
    '',
  ].join('\n');
}

/** The type of a capability's records. */
export function recordType(architecture: Architecture, capability: string): string {
  const { resource } = capabilityOf(architecture, capability);
  return `${pascal(resource.singular)}Record`;
}

const attributes: Readonly<Record<Policy['condition'], readonly string[]>> = {
  none: [],
  owner: ['owner: Caller'],
  'same-tenant': ['tenant: Tenant'],
  attribute: ['department: String'],
  relationship: ['owner: Caller', 'sharedWith: Set<Caller>'],
};

/** A record has what the conditions of its own policies ask for, and nothing else. */
function entityLines(capability: string, architecture: Architecture): readonly string[] {
  const own = new Set(
    allOperations(architecture)
      .filter(({ operation }) => operation.capability === capability)
      .map(({ operation }) => operation.id),
  );
  const conditions = architecture.policies
    .filter(({ operations }) => operations.some((id) => own.has(id)))
    .map(({ condition }) => condition);
  const lines = [...new Set(conditions.flatMap((condition) => attributes[condition]))];
  const type = recordType(architecture, capability);
  if (lines.length === 0) return [`entity ${type};`];
  return [`entity ${type} {`, ...lines.map((line) => `  ${line},`), '};'];
}
