import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import type { Entity, KindValidator } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const validators: Readonly<Record<string, KindValidator>> = {
  API: apiEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
};

/** As the catalogue does before it validates: `$text` is replaced by what it names. */
export function entitiesOf(text: string): readonly Entity[] {
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw new Error(document.errors.join('\n'));
    const entity = document.toJS() as Entity;
    const definition = entity.spec?.['definition'] as { readonly $text?: string } | undefined;
    if (definition === undefined) return entity;
    if (!/^\.\/contracts\//u.test(definition.$text ?? '')) {
      throw new Error(`${entity.metadata.name} is not defined by a contract.`);
    }
    return { ...entity, spec: { ...entity.spec, definition: 'as the file says' } };
  });
}

/** @throws what Backstage refuses */
export async function checkEntity(entity: Entity): Promise<void> {
  await policy.enforce(entity);
  const isValid = await validators[entity.kind]?.check(entity);
  if (isValid !== true) throw new Error(`${entity.kind} is not valid.`);
}

/** Entities that Backstage refuses (it throws), names that occur twice, and names of nothing. */
export async function catalogMistakes(text: string): Promise<readonly string[]> {
  const entities = entitiesOf(text);
  for (const entity of entities) await checkEntity(entity);
  const names = entities.map((entity) => stringifyEntityRef(entity));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const unknown = entities.flatMap(refsOf).filter((ref) => !names.includes(ref));
  return [
    ...twice.map((name) => `${name} occurs twice.`),
    ...unknown.map((ref) => `There is no ${ref}.`),
  ];
}

/** Every name of another entity that an entity holds, with the kind that it has where none is written. */
function refsOf({ spec = {} }: Entity): readonly string[] {
  const kinds = {
    owner: 'Group',
    system: 'System',
    providesApis: 'API',
    consumesApis: 'API',
    dependsOn: 'Component',
  };
  return Object.entries(kinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []]
      .flat()
      .map((ref) =>
        stringifyEntityRef(
          parseEntityRef(String(ref), { defaultKind, defaultNamespace: 'default' }),
        ),
      ),
  );
}
