import type { Message, Operation, Resource } from '../../model/system.ts';
import type { GeneratedFile } from '../files.ts';
import { newsOf, toldFields } from '../messages/event.ts';
import { yamlFile } from '../yaml.ts';
import { capabilityOf, slugOf } from './contract.ts';
import type { Contract } from './contract.ts';
import { jsonFile } from './json.ts';
import { pascal, snake } from './names.ts';
import { protoField, protoMessage, resourceMessages } from './proto-messages.ts';
import type { ProtoField } from './proto-messages.ts';
import { protoMethod } from './proto-methods.ts';

const madeFrom = 'public API (4), internal calls (5), authorization (27) and idempotency (31)';

const timestamp = 'google/protobuf/timestamp.proto';

/** The contract of a gRPC API: a package of its own, with one service for each resource. */
export function protoFiles(contract: Contract): readonly GeneratedFile[] {
  const { api, system } = contract;
  const byResource = Map.groupBy(
    api.operations,
    (operation) => capabilityOf(system, operation).resource,
  );
  const services = [...byResource].map(([resource, operations]) =>
    serviceOf(resource, operations, contract),
  );
  const examples = services.flatMap((each) => each.examples);
  return [
    ...services.map(({ name, text }) => protoFile(contract, name, text)),
    ...(services.some(({ hasWork }) => hasWork)
      ? [protoFile(contract, 'work', fileText(contract, [], [workText]))]
      : []),
    ...newsFiles(contract),
    {
      path: `${folderOf(contract)}/examples.json`,
      text: jsonFile(examples),
      checkedBy: 'buf lint',
      madeFrom,
    },
  ];
}

/** How buf checks all packages; the folder that it stands in is the root of their names. */
export function bufConfig(): GeneratedFile {
  return {
    path: 'contracts/proto/buf.yaml',
    text: yamlFile(
      {
        version: 'v2',
        modules: [{ path: '.' }],
        lint: { use: ['STANDARD'] },
        breaking: { use: ['FILE'] },
      },
      [
        'How buf checks the contracts: its standard rules, and no change that breaks a caller.',
        `Made from ${madeFrom}.`,
        'Checked by buf lint.',
      ],
    ),
    checkedBy: 'buf lint',
    madeFrom,
  };
}

interface Service {
  readonly name: string;
  readonly text: string;
  readonly hasWork: boolean;
  readonly examples: readonly {
    readonly method: string;
    readonly request: ReturnType<typeof protoMethod>['request'];
    readonly response: ReturnType<typeof protoMethod>['response'];
  }[];
}

function serviceOf(
  resource: Resource,
  operations: readonly Operation[],
  contract: Contract,
): Service {
  const methods = operations.map((operation) => protoMethod(operation, resource));
  const hasWork = methods.some((method) => method.hasWork);
  const service = `${pascal(resource.plural)}Service`;
  const isTimed = resource.fields.some(({ type }) => type === 'date-time');
  const imports = [
    ...(isTimed ? [timestamp] : []),
    ...(hasWork ? [`${ownFolder(contract)}/work.proto`] : []),
  ];
  const { name, owner } = capabilityOf(contract.system, operations[0] as Operation);
  return {
    name: snake(resource.plural),
    hasWork,
    text: fileText(contract, imports, [
      [
        `// ${name}, owned by ${owner}.`,
        `service ${service} {`,
        methods.map(({ text }) => text).join('\n\n'),
        '}',
      ].join('\n'),
      ...resourceMessages(resource),
      ...methods.flatMap(({ messages }) => messages),
    ]),
    examples: methods.map(({ name: method, request, response }) => ({
      method: `${packageOf(contract)}.${service}/${method}`,
      request,
      response,
    })),
  };
}

/** News as it happens, as a stream of the server. */
function newsFiles(contract: Contract): readonly GeneratedFile[] {
  const { choices, system, tellsNews } = contract;
  const news = newsOf(system);
  if (!tellsNews || choices['live-updates'] === 'polling' || news.length === 0) return [];
  const told = news.flatMap((message) => toldFields(message));
  const imports = told.some(({ type }) => type === 'date-time') ? [timestamp] : [];
  return [
    protoFile(
      contract,
      'news',
      fileText(contract, imports, [
        [
          '// What has happened, as it happens. The stream ends now and then, so that load spreads again;',
          '// callers open it anew with the id of the last event that they handled.',
          'service NewsService {',
          '  rpc WatchNews(WatchNewsRequest) returns (stream WatchNewsResponse);',
          '}',
        ].join('\n'),
        protoMessage('WatchNewsRequest', [{ name: 'after_id', type: 'string' }]),
        [
          'message WatchNewsResponse {',
          '  string id = 1;',
          '  oneof news {',
          ...news.map(({ id }, index) => `    ${pascal(id)}News ${snake(id)} = ${index + 2};`),
          '  }',
          '}',
        ].join('\n'),
        ...news.map(newsMessage),
      ]),
    ),
  ];
}

function newsMessage(message: Message): string {
  const fields = toldFields(message).map((field): ProtoField => {
    const plain = field.type === 'state' ? ({ ...field, type: 'text' } as const) : field;
    return protoField(plain, '');
  });
  return protoMessage(`${pascal(message.id)}News`, fields);
}

function fileText(
  contract: Contract,
  imports: readonly string[],
  parts: readonly string[],
): string {
  return [
    [
      `// ${contract.api.title}: the contract, before the code.`,
      `// Made from ${madeFrom}.`,
      '// Checked by buf lint. Fields are only added; a number is never used twice.',
      'syntax = "proto3";',
    ].join('\n'),
    `package ${packageOf(contract)};`,
    ...(imports.length === 0
      ? []
      : [
          imports
            .toSorted()
            .map((path) => `import "${path}";`)
            .join('\n'),
        ]),
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
}

const workText = [
  '// Work that goes on behind the answer.',
  'message Work {',
  '  string id = 1;',
  '  WorkState state = 2;',
  '  int32 percent = 3;',
  '}',
  '',
  'enum WorkState {',
  '  WORK_STATE_UNSPECIFIED = 0;',
  '  WORK_STATE_WAITING = 1;',
  '  WORK_STATE_RUNNING = 2;',
  '  WORK_STATE_SUCCEEDED = 3;',
  '  WORK_STATE_FAILED = 4;',
  '}',
].join('\n');

function protoFile(contract: Contract, name: string, text: string): GeneratedFile {
  return { path: `${folderOf(contract)}/${name}.proto`, text, checkedBy: 'buf lint', madeFrom };
}

function packageOf({ system, api }: Contract): string {
  return `${snake(slugOf(system))}.${snake(api.id)}.v1`;
}

/** The folder that equals the package, below the root of all contracts. */
function ownFolder(contract: Contract): string {
  return packageOf(contract).replaceAll('.', '/');
}

function folderOf(contract: Contract): string {
  return `contracts/proto/${ownFolder(contract)}`;
}
