import { describe, expect, it } from 'vitest';
import { boundaryFiles } from '../../../src/wizard/artefacts/boundaries/boundary-files.ts';
import { catalogMistakes, checkEntity, entitiesOf } from './checks/catalog.ts';
import { designOf, someDesigns } from './designs.ts';
import { runs } from './runs.ts';

const contexts = someDesigns(runs(100, 2500));

describe('the catalogue, which files.test.ts puts to Backstage’s own model', () => {
  const catalog =
    boundaryFiles(designOf({ answers: {}, pins: {} })).find(
      ({ path }) => path === 'catalog-info.yaml',
    )?.text ?? '';

  it('would fail on a name that Backstage refuses, and on a missing owner', async () => {
    const [entity] = entitiesOf(catalog);
    if (entity === undefined) throw new Error('There is no entity.');
    const named = { ...entity, metadata: { ...entity.metadata, name: 'your system' } };
    await expect(checkEntity(named)).rejects.toThrow(/name/u);
    await expect(checkEntity({ ...entity, spec: {} })).rejects.toThrow(/owner/u);
  });

  it('would fail on an entity that is named and not there, and on one that is there twice', async () => {
    expect(await catalogMistakes(catalog)).toEqual([]);
    const [first = ''] = catalog.split('\n---\n');
    expect(await catalogMistakes(`${catalog}---\n${first}\n`)).toContainEqual(
      expect.stringContaining('occurs twice'),
    );
    const unowned = catalog.replace(/owner: .+/u, 'owner: nobody');
    expect(await catalogMistakes(unowned)).toContain('There is no group:default/nobody.');
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
