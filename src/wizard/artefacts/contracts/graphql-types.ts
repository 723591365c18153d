import type { Field, Resource } from '../../model/system.ts';
import { constant, pascal, spoken } from './names.ts';

/** Names that the schema keeps for itself. */
const ownNames = [
  'Query',
  'Mutation',
  'Subscription',
  'Node',
  'PageInfo',
  'Problem',
  'Work',
  'WorkState',
  'Decimal',
  'DateTime',
  'ID',
  'Int',
  'Float',
  'String',
  'Boolean',
];

/** The name of a resource's type: "OrderLine". */
export function graphqlType({ singular }: Pick<Resource, 'singular'>): string {
  const name = pascal(singular);
  return ownNames.includes(name) ? `${name}Record` : name;
}

/** The type of one value. */
export function scalarOf({ type, name }: Field, resource: Resource): string {
  switch (type) {
    case 'id':
      return 'ID';
    case 'text':
      return 'String';
    case 'integer':
      return 'Int';
    case 'money':
      return 'Decimal';
    case 'date-time':
      return 'DateTime';
    case 'boolean':
      return 'Boolean';
    case 'state':
      return `${graphqlType(resource)}${pascal(name)}`;
  }
}

/** The types of a resource: the record, its states and its pages. */
export function resourceTypes(resource: Resource): readonly string[] {
  const type = graphqlType(resource);
  const said = spoken(resource.singular);
  const own = new Set(resource.fields.map(({ name }) => name));
  return [
    [
      `"One ${said}."`,
      `type ${type} implements Node {`,
      ...(own.has('id') ? [] : ['  id: ID!']),
      ...resource.fields.map((field) => {
        const secret = field.sensitive ? ' @sensitive' : '';
        return `  ${field.name}: ${scalarOf(field, resource)}${field.required ? '!' : ''}${secret}`;
      }),
      '  "Send it with a change: who was slower is told so."',
      '  version: String!',
      '}',
    ].join('\n'),
    ...resource.fields
      .filter((field) => field.type === 'state')
      .map(({ name, states = [] }) =>
        [`enum ${type}${pascal(name)} {`, ...states.map((each) => `  ${constant(each)}`), '}'].join(
          '\n',
        ),
      ),
    `type ${type}Connection {\n  edges: [${type}Edge!]!\n  pageInfo: PageInfo!\n}`,
    `type ${type}Edge {\n  cursor: String!\n  node: ${type}!\n}`,
  ];
}

/** What every schema has. The directives on cost are those of IBM's cost specification. */
export const sharedTypes: readonly string[] = [
  `"How much a field costs; the sum is compared with the limit before anything runs."
directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR`,
  `"How long a list can be: the costs below it count so many times."
directive @listSize(
  assumedSize: Int
  slicingArguments: [String!]
  sizedFields: [String!]
  requireOneSlicingArgument: Boolean = true
) on FIELD_DEFINITION`,
  `"Who may: the id of a policy, checked by the service itself."
directive @policy(id: String!) on FIELD_DEFINITION`,
  `"Never in logs, messages or caches."
directive @sensitive on FIELD_DEFINITION`,
  `"A decimal number as text, so that nothing is rounded."
scalar Decimal`,
  `"A moment (RFC 3339)."
scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")`,
  `interface Node {
  id: ID!
}`,
  `type PageInfo {
  endCursor: String
  hasNextPage: Boolean!
}`,
  `"What was wrong, as data: compare type, not the words (after RFC 9457)."
type Problem {
  type: String!
  title: String!
  "Where in the input, as in input.total."
  path: String
}`,
];

/** How far work is that goes on behind the answer. */
export const workTypes: readonly string[] = [
  `"Work that goes on behind the answer."
type Work {
  id: ID!
  state: WorkState!
  percent: Int
  problems: [Problem!]
}`,
  `enum WorkState {
  WAITING
  RUNNING
  SUCCEEDED
  FAILED
}`,
];
