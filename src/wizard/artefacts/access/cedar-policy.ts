import type { Policy } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import { conditionInWords } from './condition-words.ts';
import { isOpen } from '../find-in-model.ts';

/** The policies in Cedar (https://docs.cedarpolicy.com/policies/syntax-policy.html): what none allows is refused. */
export function cedarPolicies({ architecture }: RecordContext): string {
  return [
    '// Made from the policies of architecture.json; policy.cedarschema names the types.',
    '// A create is judged by the record as it would be written. A list is judged record by record,',
    '// or by the same condition in its query: a caller never sees what a read would refuse.',
    ...architecture.policies
      .filter(({ operations }) => operations.length > 0)
      .flatMap((policy) => ['', ...policyLines(policy)]),
    '',
  ].join('\n');
}

function policyLines(policy: Policy): readonly string[] {
  const { id, role, operations, condition } = policy;
  const principal = isOpen(policy) ? 'principal' : `principal in Role::${quoted(role)}`;
  const actions = operations.map((operation) => `Action::${quoted(operation)}`).join(', ');
  const when = conditions[condition];
  return [
    `// ${isOpen(policy) ? 'anybody' : oneLine(role)}${condition === 'none' ? '' : `, where ${conditionInWords[condition]}`}`,
    `@id(${quoted(id)})`,
    `permit (${principal}, action in [${actions}], resource)${when === undefined ? ';' : ''}`,
    ...(when === undefined ? [] : [`when { ${when} };`]),
  ];
}

const conditions: Readonly<Record<Policy['condition'], string | undefined>> = {
  none: undefined,
  owner: 'resource.owner == principal',
  'same-tenant': 'principal has tenant && resource.tenant == principal.tenant',
  attribute: 'principal has department && resource.department == principal.department',
  relationship: 'resource.owner == principal || resource.sharedWith.contains(principal)',
};

/** A string of Cedar; what JSON writes as an escape, Cedar reads too. */
export function quoted(text: string): string {
  return JSON.stringify(oneLine(text));
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{C}]+/gu, ' ');
}
