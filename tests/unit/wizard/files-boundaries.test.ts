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
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { boundaryFiles } from '../../../src/wizard/artefacts/boundaries/boundary-files.ts';
import { designOf, designs, distinctFiles, runs } from './design-cases.ts';

const contexts = designs(runs(500, 2500), 101);

const catalogs = distinctFiles(contexts, boundaryFiles, ({ path }) => path === 'catalog-info.yaml');

/** As the catalogue does before it validates: `$text` is replaced by what it names. */
function entitiesOf(text: string): readonly Entity[] {
  return parseAllDocuments(text).map((document) => {
    expect(document.errors).toEqual([]);
    const entity = document.toJS() as Entity;
    const definition = entity.spec?.['definition'];
    if (definition === undefined) return entity;
    expect(definition).toEqual({ $text: expect.stringMatching(/^\.\/contracts\//u) as string });
    return { ...entity, spec: { ...entity.spec, definition: 'as the file says' } };
  });
}

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

async function check(entity: Entity): Promise<void> {
  await policy.enforce(entity);
  const isValid = await validators[entity.kind]?.check(entity);
  if (isValid !== true) throw new Error(`${entity.kind} is not valid.`);
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

describe('the catalogue, as its label says, by Backstage’s own model', () => {
  it('is valid, whatever was answered and pinned', async () => {
    expect(catalogs.length).toBeGreaterThan(100);
    for (const { text } of catalogs) {
      for (const entity of entitiesOf(text)) await check(entity);
    }
  });

  it('names only entities that it holds, each once', () => {
    for (const { text } of catalogs) {
      const entities = entitiesOf(text);
      const names = entities.map((entity) => stringifyEntityRef(entity));
      expect(new Set(names).size).toBe(names.length);
      expect(entities.flatMap(refsOf).filter((ref) => !names.includes(ref))).toEqual([]);
    }
  });

  it('would fail on a name that Backstage refuses, and on a missing owner', async () => {
    const [entity] = entitiesOf(catalogs[0]?.text ?? '');
    if (entity === undefined) throw new Error('There is no entity.');
    const named = { ...entity, metadata: { ...entity.metadata, name: 'your system' } };
    await expect(check(named)).rejects.toThrow(/name/u);
    await expect(check({ ...entity, spec: {} })).rejects.toThrow(/owner/u);
  });
});

describe('the boundaries', () => {
  it('give each deployable its part and each capability its row', () => {
    for (const context of contexts.slice(0, 150)) {
      const [file] = boundaryFiles(context);
      const headings = [...(file?.text ?? '').matchAll(/^## (.+)$/gmu)].map(([, name]) => name);
      const labels = context.architecture.deployables.map(({ label }) => label.toLowerCase());
      expect(headings.map((name) => name?.toLowerCase())).toEqual([
        ...labels,
        'why the borders are here',
        'what would move them',
      ]);
      for (const { schema } of context.architecture.capabilities) {
        expect(file?.text).toContain(`schema \`${schema}\` in `);
      }
    }
  });

  it('say why and until when', () => {
    const [file] = boundaryFiles(designOf({ answers: {}, pins: {} }));
    expect(file?.text).toMatch(/- Style: .*5 engineers/u);
    expect(file?.text).toContain('- Style: look again when three teams');
  });
});
