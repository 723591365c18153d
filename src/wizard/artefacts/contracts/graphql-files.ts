import type { Message, Resource } from '../../model/system.ts';
import type { Solution } from '../../model/solution.ts';
import type { GeneratedFile } from '../files.ts';
import { newsOf, toldFields } from '../messages/event.ts';
import { capabilityOf } from './contract.ts';
import type { Contract } from './contract.ts';
import { rootFieldOf } from './graphql-fields.ts';
import type { RootField } from './graphql-fields.ts';
import { resourceTypes, sharedTypes, workTypes } from './graphql-types.ts';
import { jsonFile } from './json.ts';
import { camel, pascal } from './names.ts';

const madeFrom = 'public API (4), authorization (27), idempotency (31) and live updates (7)';

/** The contract of a GraphQL API: the schema, and an example of each operation with its answer. */
export function graphqlFiles(
  contract: Contract,
  { decisions }: Pick<Solution, 'decisions'>,
): readonly GeneratedFile[] {
  const fields = rootFieldsOf(contract);
  const limit = decisions['public-api'].parameters.queryCostLimit;
  const folder = `contracts/${contract.api.id}`;
  return [
    {
      path: `${folder}/schema.graphql`,
      text: schemaText(contract, fields, limit),
      checkedBy: 'GraphQL parser',
      madeFrom,
    },
    {
      path: `${folder}/examples.graphql`,
      text: fields.map(exampleText).join('\n\n') + '\n',
      checkedBy: 'GraphQL parser',
      madeFrom,
    },
    {
      path: `${folder}/examples.json`,
      text: jsonFile(
        fields.map(({ name, operation, example }) => ({
          operationName: pascal(operation.id),
          variables: example.values,
          response: { data: { [name]: example.answer } },
        })),
      ),
      checkedBy: 'GraphQL parser',
      madeFrom,
    },
  ];
}

/** Each operation as a root field; where two want the same name, the later one keeps its own id. */
function rootFieldsOf({ api, system }: Contract): readonly RootField[] {
  const taken = new Set<string>();
  return api.operations.map((operation) => {
    const field = rootFieldOf(operation, capabilityOf(system, operation).resource);
    const name = taken.has(field.name) ? camel(operation.id) : field.name;
    taken.add(name);
    return { ...field, name };
  });
}

function schemaText(
  contract: Contract,
  fields: readonly RootField[],
  limit: number | undefined,
): string {
  const { api, system } = contract;
  const resources = new Set<Resource>(
    api.operations.map((operation) => capabilityOf(system, operation).resource),
  );
  const works = fields.some(({ operation }) => operation.later || operation.kind === 'status');
  const most = limit === undefined ? '' : ` A query may cost at most ${limit} points.`;
  return [
    [
      `# ${api.title}: the contract, before the code.`,
      `# Made from ${madeFrom}.`,
      `# Checked by the GraphQL parser, and every example is run against it.${most}`,
      '# A list has at most 100 entries; unknown and repeated operations are refused by an allow list.',
    ].join('\n'),
    ...sharedTypes,
    ...(works ? workTypes : []),
    ...[...resources].flatMap(resourceTypes),
    ...fields.flatMap(({ ownTypes }) => ownTypes),
    rootType('Query', fields),
    rootType('Mutation', fields),
    ...subscriptionTypes(contract),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function rootType(root: RootField['root'], fields: readonly RootField[]): string {
  const own = fields.filter((field) => field.root === root);
  // A schema without a query is none.
  if (own.length === 0) return root === 'Query' ? 'type Query {\n  node(id: ID!): Node\n}' : '';
  const lines = own.flatMap(({ name, args, type, operation, directives }) => [
    `  ${JSON.stringify(`${operation.summary}.`)}`,
    `  ${name}(${args.join(', ')}): ${type} ${directives} @policy(id: "${operation.policy}")`,
  ]);
  return [`type ${root} {`, ...lines, '}'].join('\n');
}

/** News as it happens, over the transport that was chosen; none where clients ask again. */
function subscriptionTypes({ system, choices, tellsNews }: Contract): readonly string[] {
  const live = choices['live-updates'];
  const news = newsOf(system);
  if (!tellsNews || live === 'polling' || news.length === 0) return [];
  const by = live === 'sse' ? 'server-sent events' : 'a WebSocket';
  return [
    ...news.map(newsType),
    [
      `"News as it happens, over ${by}."`,
      'type Subscription {',
      ...news.map(({ id }) => `  ${camel(id)}: ${pascal(id)}News!`),
      '}',
    ].join('\n'),
  ];
}

function newsType(message: Message): string {
  const lines = toldFields(message).map(({ name, type, required }) => {
    const scalar = {
      id: 'ID',
      integer: 'Int',
      money: 'Decimal',
      'date-time': 'DateTime',
      boolean: 'Boolean',
      text: 'String',
      state: 'String',
    }[type];
    return `  ${name}: ${scalar}${required ? '!' : ''}`;
  });
  return [`type ${pascal(message.id)}News {`, ...lines, '}'].join('\n');
}

function exampleText({ root, name, operation, example }: RootField): string {
  const kind = root === 'Query' ? 'query' : 'mutation';
  return [
    `# ${operation.summary}.`,
    `${kind} ${pascal(operation.id)}(${example.variables.join(', ')}) {`,
    `  ${name}${example.call} ${example.selection}`,
    '}',
  ].join('\n');
}
