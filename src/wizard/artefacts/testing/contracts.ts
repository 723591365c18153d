import type { Api } from '../../model/system.ts';
import { capabilityOf } from '../find-in-model.ts';
import type { Architecture } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import { list, markdownDocument, plain } from '../markdown.ts';
import { kebab } from '../names.ts';
import { partNames } from '../part-names.ts';
import { pactOfApi, pactOfMessages } from './pact.ts';
import type { Pact } from './pact.ts';

/** A contract between two parts that are released apart, and the name of its file. */
export interface ContractFile {
  readonly name: string;
  readonly pact: Pact;
}

/** A contract for each consumer that is released on its own. */
export function contractFiles({ architecture }: RecordContext): readonly ContractFile[] {
  return [...ofClients(architecture), ...ofServices(architecture), ...ofReceivers(architecture)];
}

/** Clients of the public API that are not released together with it. */
function ofClients(architecture: Architecture): readonly ContractFile[] {
  const { actors, apis, deployables } = architecture;
  const apart = actors.filter(({ id }) => deployables.length > 1 || id !== 'web');
  return apart.flatMap(({ id }) =>
    apis
      .filter(({ audience }) => audience === 'public')
      .flatMap((api) => apiContract(id, api, architecture)),
  );
}

/** Services that wait for one another. */
function ofServices(architecture: Architecture): readonly ContractFile[] {
  const { connections, apis, deployables } = architecture;
  const services = new Set(deployables.map(({ id }) => id));
  return connections.flatMap(({ kind, from, to }) => {
    if (kind !== 'sync' || !services.has(from) || !services.has(to)) return [];
    const offered = apis.filter((api) => api.deployable === to);
    const internal = offered.filter(({ audience }) => audience === 'internal');
    return (internal.length > 0 ? internal : offered).flatMap((api) =>
      apiContract(from, api, architecture),
    );
  });
}

function apiContract(
  consumer: string,
  api: Api,
  architecture: Architecture,
): readonly ContractFile[] {
  if (api.form !== 'rest' || api.operations.length === 0) return [];
  return [
    {
      name: `${kebab(consumer)}-asks-${kebab(api.id)}.json`,
      pact: pactOfApi(consumer, api.deployable, api, architecture),
    },
  ];
}

/** Deployables that take messages of another one. */
function ofReceivers(architecture: Architecture): readonly ContractFile[] {
  const home = (capability: string): string => capabilityOf(architecture, capability).deployable;
  return architecture.deployables.flatMap(({ id: consumer }) =>
    architecture.deployables.flatMap(({ id: provider }) => {
      if (consumer === provider) return [];
      const taken = architecture.messages.filter(
        ({ from, to }) => home(from) === provider && to.some((each) => home(each) === consumer),
      );
      if (taken.length === 0) return [];
      const name = `${kebab(consumer)}-hears-${kebab(provider)}.json`;
      return [{ name, pact: pactOfMessages(consumer, provider, taken) }];
    }),
  );
}

/** Which contracts there are, how they are used, and why none where there is none. */
export function contractsPage(context: RecordContext): string {
  const { architecture } = context;
  const names = partNames(architecture);
  const said = (id: string): string => plain(names.get(id) ?? id);
  const files = contractFiles(context);
  const forms = [...new Set(architecture.apis.map(({ form }) => form))];
  return markdownDocument(
    'Contract tests',
    'the clients, the calls and the messages of architecture.json',
    [
      files.length === 0
        ? 'There is no contract file: every consumer of a JSON API or of messages is released together with its provider, so a test of both at once says more.'
        : 'Each file says what one consumer relies on. The consumer keeps it true, the provider proves it before every release, and neither needs the other one to run.',
    ],
    [
      {
        heading: 'Who relies on whom',
        lines: list(
          files.map(
            ({ name, pact: { consumer, provider, interactions } }) =>
              `[${name}](${name}): ${said(consumer.name)} on ${said(provider.name)}, ${interactions.length === 1 ? 'one interaction' : `${interactions.length} interactions`}`,
          ),
          'Nobody on anybody who is released apart.',
        ),
      },
      {
        heading: 'How to use them',
        lines: [
          '1. The consumer runs its own tests against a stand-in that answers as the file says, and takes out what it does not use: what nobody relies on may change.',
          '2. The provider replays the requests against itself, with the named states set up, in its own pipeline.',
          '3. A release goes out only when every contract of the versions that run is proved.',
        ],
      },
      { heading: 'Other contracts', lines: list(forms.flatMap(otherChecks), 'None.') },
    ],
  );
}

/** What stands in for these files where an API does not answer in plain JSON. */
function otherChecks(form: Api['form']): readonly string[] {
  switch (form) {
    case 'rest':
      return [
        'REST: compare each openapi.yaml with the one that runs; a removed field or a new required one stops the release.',
      ];
    case 'graphql':
      return [
        'GraphQL: keep the queries that clients use, and check each of them against the new schema.graphql.',
      ];
    case 'grpc':
      return ['gRPC: `buf breaking` against the .proto that runs.'];
  }
}
