import { LikeC4 } from 'likec4';
import { describe, expect, it } from 'vitest';
import { diagramFiles } from '../../../src/wizard/artefacts/diagrams/diagram-files.ts';
import { designs, distinctFiles, runs } from './design-cases.ts';

/** What LikeC4 finds wrong in a model. It starts a language server for each: half a second of work. */
async function mistakes(text: string): Promise<readonly string[]> {
  const likec4 = await LikeC4.fromSource(text, { logger: false, printErrors: false });
  const found = likec4.getErrors().map(({ message }) => message);
  await likec4.dispose();
  return found;
}

const models = distinctFiles(designs(150, 106), diagramFiles, ({ path }) => path.endsWith('.c4'))
  .map(({ text }) => text)
  .filter((_, index, all) => index % Math.ceil(all.length / runs(12, 300)) === 0);

describe('the model, as its label says, by LikeC4', () => {
  it('is valid, whatever was answered and pinned', async () => {
    expect(models.length).toBeGreaterThan(8);
    for (const text of models) expect(await mistakes(text)).toEqual([]);
  }, 240_000);

  it('would fail on a relation to nothing', async () => {
    const [text = ''] = models;
    const broken = text.replace('-> system.n_edge', '-> system.n_nothing');
    expect(await mistakes(broken)).not.toEqual([]);
  }, 30_000);
});
