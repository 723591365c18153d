import { LikeC4 } from 'likec4';
import { describe, expect, it } from 'vitest';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { diagramFiles } from '../../../src/wizard/artefacts/diagrams/diagram-files.ts';
import { distinctFiles, presetDesigns, someDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

/** What LikeC4 finds wrong in a model. It starts a language server for each: half a second of work. */
async function mistakes(text: string): Promise<readonly string[]> {
  const likec4 = await LikeC4.fromSource(text, { logger: false, printErrors: false });
  const found = likec4.getErrors().map(({ message }) => message);
  await likec4.dispose();
  return found;
}

const modelsOf = (contexts: Iterable<RecordContext>): readonly string[] =>
  distinctFiles(contexts, diagramFiles, ({ path }) => path.endsWith('.c4')).map(({ text }) => text);

/** So many of the random designs are read. */
const read = runs(4, 300);

const models = [
  ...modelsOf(presetDesigns),
  ...modelsOf(someDesigns(runs(30, 300))).filter(
    (_, index, all) => index % Math.ceil(all.length / read) === 0,
  ),
];

describe('the model, as its label says, by LikeC4', () => {
  it(
    `is valid, in ${read} of the designs and all presets`,
    async () => {
      expect(models.length).toBeGreaterThan(3);
      for (const text of models) expect(await mistakes(text)).toEqual([]);
    },
    patienceMs,
  );

  it('would fail on a relation to nothing', async () => {
    const [text = ''] = models;
    const broken = text.replace('-> system.n_edge', '-> system.n_nothing');
    expect(await mistakes(broken)).not.toEqual([]);
  }, 30_000);
});
