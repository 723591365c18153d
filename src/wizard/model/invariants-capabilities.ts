import type { Architecture } from './architecture.ts';
import type { Capability, Field } from './system.ts';

/** Ids are slugs: they stand in addresses, file names and code. */
const slugPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/**
 * Every capability lies in one deployable and one schema that this deployable alone writes, every
 * service has capabilities, and every record can be told from others.
 */
export function brokenCapabilities(architecture: Architecture): readonly string[] {
  const { capabilities, deployables } = architecture;
  const ids = capabilities.map(({ id }) => id);
  const schemas = capabilities.map(({ store, schema }) => `${store}.${schema}`);
  const paths = capabilities.map(({ resource }) => resource.plural);
  return [
    ...twice(ids).map((id) => `The capability ${id} is there twice.`),
    ...twice(schemas).map((name) => `Two capabilities share the schema ${name}.`),
    ...twice(paths).map((name) => `Two capabilities keep ${name}.`),
    ...capabilities.flatMap((capability) => brokenCapability(capability, architecture)),
    ...deployables
      .filter(
        ({ id, kind }) =>
          kind === 'service' && !capabilities.some((each) => each.deployable === id),
      )
      .map(({ id }) => `${id} has no capability.`),
  ];
}

function brokenCapability(
  { id, owner, deployable, store, schema, resource }: Capability,
  { deployables, stores }: Architecture,
): readonly string[] {
  const home = deployables.filter((each) => each.id === deployable);
  const found = stores
    .filter((each) => each.id === store)
    .flatMap(({ schemas }) => schemas)
    .filter(({ name }) => name === schema);
  const names = resource.fields.map(({ name }) => name);
  return [
    ...[id, resource.singular, resource.plural]
      .filter((name) => !slugPattern.test(name))
      .map((name) => `“${name}” is no slug.`),
    ...(owner === '' ? [`Nobody owns the capability ${id}.`] : []),
    ...(home.length === 1 ? [] : [`The capability ${id} lies in no deployable.`]),
    ...(found.length === 1 ? [] : [`The capability ${id} has no schema of its own.`]),
    ...(found.every(({ writer }) => writer === deployable)
      ? []
      : [`The schema of ${id} is written by another deployable.`]),
    ...(names.includes('id') ? [] : [`Records of ${id} have no id.`]),
    ...twice(names).map((name) => `Records of ${id} have two fields ${name}.`),
    ...resource.fields
      .filter((field) => !fits(field))
      .map(({ name }) => `The example of ${id}.${name} does not fit its type.`),
  ];
}

function fits({ type, example, states }: Field): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(example);
    case 'boolean':
      return typeof example === 'boolean';
    case 'state':
      return states?.some((each) => each === example) === true;
    default:
      return typeof example === 'string' && states === undefined;
  }
}

/** The names that occur more than once, each named once for every repetition. */
export function twice(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const known = seen.has(name);
    seen.add(name);
    return known;
  });
}

/** Whether a name can stand in addresses, file names and code. */
export function isSlug(name: string): boolean {
  return slugPattern.test(name);
}
