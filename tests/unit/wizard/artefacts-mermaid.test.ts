// @vitest-environment jsdom
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { containerMermaid } from '../../../src/wizard/artefacts/container-mermaid.ts';
import { rich } from './artefact-cases.ts';
import { someDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

/** Reading one takes some 10 ms, so not every design is read. */
const read = runs(60, 1500);

const texts = new Set(someDesigns(read).map(({ architecture }) => containerMermaid(architecture)));

describe('the diagram, as its label says, by Mermaid’s parser', () => {
  it(
    `is a flowchart, in ${read} random designs, some pins and all presets`,
    async () => {
      expect(texts.size).toBeGreaterThan(60);
      for (const text of texts) {
        await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'flowchart-v2' });
      }
    },
    patienceMs,
  );

  it('would fail on text that is no diagram', async () => {
    await expect(mermaid.parse('flowchart TB\n  n_a["a')).rejects.toThrow();
  });

  it('connects every node', () => {
    for (const text of texts) {
      const nodes = [...text.matchAll(/^ +(n_\w+)[[(]/gmu)].map(([, id]) => id);
      const lines = [...text.matchAll(/^ {2}(n_\w+) (?:-->|-\.->)\|.*\| (n_\w+)$/gmu)];
      const ends = new Set(lines.flatMap(([, from, to]) => [from, to]));
      expect(nodes.length).toBeGreaterThan(0);
      expect(nodes.filter((id) => !ends.has(id))).toEqual([]);
    }
  });

  it('keeps quotes and line breaks in a name', async () => {
    const name = 'A "quoted"\nend of [it]';
    const text = containerMermaid({ ...rich.architecture, name });
    await expect(mermaid.parse(text)).resolves.toBeTruthy();
    expect(text).toContain('#quot;quoted#quot; end of [it]');
  });
});
