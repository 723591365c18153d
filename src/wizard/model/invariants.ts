import type { Architecture } from './architecture.ts';
import { brokenCalls } from './invariants-calls.ts';
import { brokenCapabilities } from './invariants-capabilities.ts';
import { brokenCapacity } from './invariants-capacity.ts';
import { brokenContracts } from './invariants-contracts.ts';
import { brokenFlows } from './invariants-flows.ts';
import { brokenMessages } from './invariants-messages.ts';
import { brokenPromises } from './invariants-promises.ts';
import type { Solution } from './solution.ts';

/**
 * What must hold in every architecture, whatever the answers.
 * @returns a sentence for each broken rule; empty when all hold
 */
export function brokenInvariants(
  architecture: Architecture,
  solution: Solution,
): readonly string[] {
  return [
    ...brokenIds(architecture),
    ...brokenOwnership(architecture),
    ...brokenWriters(architecture),
    ...brokenReplicas(architecture, solution),
    ...brokenCalls(architecture, solution),
    ...brokenMessages(architecture),
    ...brokenCapabilities(architecture),
    ...brokenContracts(architecture),
    ...brokenFlows(architecture),
    ...brokenCapacity(architecture, solution),
    ...brokenPromises(architecture, solution),
  ];
}

/** Every id is used once, every connection ends at something, and nothing stands unconnected. */
function brokenIds(architecture: Architecture): readonly string[] {
  const { actors, edge, deployables, stores, channels, dependencies } = architecture;
  const parts = [...actors, edge, ...deployables, ...stores, ...channels, ...dependencies];
  const ids = parts.map(({ id }) => id);
  const ends = new Set(architecture.connections.flatMap(({ from, to }) => [from, to]));
  // A job table is reached through the database that it stands in.
  const inDatabase = new Set(
    channels.filter(({ kind }) => kind === 'job-table').map(({ id }) => id),
  );
  return [
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `The id ${id} is used twice.`),
    ...[...ends]
      .filter((end) => !ids.includes(end))
      .map((end) => `A connection ends at ${end}, which does not exist.`),
    ...ids
      .filter((id) => !ends.has(id) && !inDatabase.has(id))
      .map((id) => `Nothing is connected to ${id}.`),
  ];
}

function brokenOwnership({ deployables }: Architecture): readonly string[] {
  return deployables.filter(({ owner }) => owner === '').map(({ id }) => `Nobody owns ${id}.`);
}

/** One writer for each schema, and nobody reaches a database without a schema of its own in it. */
function brokenWriters({ stores, deployables, connections }: Architecture): readonly string[] {
  const known = new Set([...deployables.map(({ id }) => id), 'outside']);
  return stores.flatMap(({ id, kind, schemas }) => {
    const names = schemas.map(({ name }) => name);
    const writers = new Set(schemas.map(({ writer }) => writer));
    const callers = connections.filter(({ to }) => to === id).map(({ from }) => from);
    return [
      ...names
        .filter((name, index) => names.indexOf(name) !== index)
        .map((name) => `The schema ${id}.${name} has two writers.`),
      ...[...writers]
        .filter((writer) => !known.has(writer))
        .map((writer) => `${writer} writes to ${id} and does not exist.`),
      ...(kind === 'database' ? callers : [])
        .filter((caller) => !writers.has(caller))
        .map((caller) => `${caller} reaches ${id} and has no schema there.`),
    ];
  });
}

function brokenReplicas({ deployables }: Architecture, { decisions }: Solution): readonly string[] {
  const least = decisions.platform.parameters['minimumReplicas'] ?? 1;
  return deployables
    .filter(({ replicas }) => replicas < least || !Number.isInteger(replicas))
    .map(({ id }) => `${id} has fewer replicas than the ${least} that availability asks for.`);
}
