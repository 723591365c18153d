import type { Architecture } from './architecture.ts';
import { twice } from './invariants-capabilities.ts';
import type { Api, Operation } from './system.ts';

/**
 * Every operation has a policy that exists and lists it and a timeout that its caller outlives; what
 * takes long can be asked for; what is kept is no secret; nothing unsafe is retried without a key.
 */
export function brokenContracts(architecture: Architecture): readonly string[] {
  const { apis, capabilities, deployables, policies } = architecture;
  const ids = apis.flatMap(({ operations }) => operations.map(({ id }) => id));
  const answered = new Set(apis.map(({ deployable }) => deployable));
  return [
    ...twice(ids).map((id) => `The operation ${id} is there twice.`),
    ...twice(apis.map(({ id }) => id)).map((id) => `The API ${id} is there twice.`),
    ...twice(policies.map(({ id }) => id)).map((id) => `The policy ${id} is there twice.`),
    ...deployables.filter(({ id }) => !answered.has(id)).map(({ id }) => `${id} has no contract.`),
    ...capabilities
      .filter(
        ({ id }) =>
          !apis.some(({ operations }) => operations.some((each) => each.capability === id)),
      )
      .map(({ id }) => `Nothing can be asked of ${id}.`),
    ...policies.flatMap(({ id, operations }) =>
      operations
        .filter((each) => !ids.includes(each))
        .map((each) => `The policy ${id} names ${each}, which does not exist.`),
    ),
    ...apis.flatMap((api) => brokenApi(api, architecture)),
  ];
}

function brokenApi(api: Api, architecture: Architecture): readonly string[] {
  const { operations } = api;
  const places = operations.map(({ method, path }) => `${method} ${path}`);
  const incoming = architecture.connections.filter(
    (each) => each.kind === 'sync' && each.to === api.deployable,
  );
  const shortest = Math.min(...incoming.map((each) => (each.kind === 'sync' ? each.timeoutMs : 0)));
  const repeats = incoming.some(
    (each) => each.kind === 'sync' && /writes|everything/u.test(each.retried),
  );
  return [
    ...twice(places).map((place) => `${api.id} has two operations at ${place}.`),
    ...operations.flatMap((operation) => brokenOperation(operation, operations, architecture)),
    ...operations
      .filter(({ timeoutMs }) => timeoutMs <= 0 || timeoutMs > shortest)
      .map(({ id }) => `${id} has no timeout that its callers outlive.`),
    ...operations
      .filter(({ repeatable }) => repeats && repeatable === 'no')
      .map(({ id }) => `${id} is retried, is not safe and carries no key.`),
  ];
}

function brokenOperation(
  operation: Operation,
  beside: readonly Operation[],
  { capabilities, messages, policies }: Architecture,
): readonly string[] {
  const { id, kind, method, path, repeatable, later, cache } = operation;
  const policy = policies.find((each) => each.id === operation.policy);
  const capability = capabilities.find((each) => each.id === operation.capability);
  const told = new Set(messages.map((message) => message.id));
  return [
    ...(policy?.operations.includes(id) === true ? [] : [`No policy says who may ${id}.`]),
    ...(capability === undefined ? [`${id} belongs to no capability.`] : []),
    ...((method === 'GET') === (repeatable === 'safe')
      ? []
      : [`${id} says the wrong thing about repetition.`]),
    ...(later && !beside.some((each) => each.kind === 'status' && each.path === path)
      ? [`Nobody can ask how far ${id} is.`]
      : []),
    ...operation.publishes
      .filter((each) => !told.has(each))
      .map((each) => `${id} publishes ${each}, which does not exist.`),
    ...(cache === undefined ? [] : brokenCache(id, kind, cache, told)),
    ...(cache !== undefined &&
    capability?.resource.fields.some(({ sensitive }) => sensitive) === true
      ? [`${id} keeps what must not leave the system.`]
      : []),
  ];
}

function brokenCache(
  id: string,
  kind: Operation['kind'],
  { ttlSeconds, jitterPercent, endedBy }: NonNullable<Operation['cache']>,
  told: ReadonlySet<string>,
): readonly string[] {
  return [
    ...(kind === 'list' || kind === 'read' ? [] : [`${id} is kept and is no plain read.`]),
    ...(ttlSeconds > 0 && jitterPercent > 0
      ? []
      : [`What ${id} answers is kept without an end or without jitter.`]),
    ...endedBy
      .filter((each) => !told.has(each))
      .map((each) => `${each} should end what ${id} keeps, and does not exist.`),
  ];
}
