// @vitest-environment jsdom
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { diagramFiles } from '../../../src/wizard/artefacts/diagrams/diagram-files.ts';
import { distinctFiles, namedDesigns, someDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

const contexts = someDesigns(runs(60, 2500));

const counts = { contexts: runs(25, 2000), sequences: runs(50, 2000) };

const texts = (path: string, from = contexts) =>
  distinctFiles(from, diagramFiles, (file) => file.path === path).map(({ text }) => text);

/** Reading one takes some 10 ms, and most differ in a number only: this many of them. */
const spread = (all: readonly string[], count: number) =>
  all.filter((_, index) => index % Math.ceil(all.length / count) === 0);

describe('the context and the key sequence, as their label says, by Mermaid’s parser', () => {
  it(
    `are flowcharts and sequences, in ${counts.contexts} and ${counts.sequences} of the designs and all presets`,
    async () => {
      const contextTexts = texts('diagrams/context.mmd');
      const sequences = texts('diagrams/sequence.mmd');
      expect(sequences.length).toBeGreaterThan(30);
      for (const text of [
        ...texts('diagrams/context.mmd', namedDesigns),
        ...spread(contextTexts, counts.contexts),
      ]) {
        await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'flowchart-v2' });
      }
      for (const text of [
        ...texts('diagrams/sequence.mmd', namedDesigns),
        ...spread(sequences, counts.sequences),
      ]) {
        await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'sequence' });
      }
    },
    patienceMs,
  );

  it('would fail on a block that does not end', async () => {
    const [text = ''] = texts('diagrams/sequence.mmd').filter((each) => each.includes('  end\n'));
    await expect(mermaid.parse(text.replace('  end\n', ''))).rejects.toThrow();
  });

  it('shows the largest action where there is one, and how it is taken back', () => {
    const { architecture } = contexts.find((context) =>
      context.architecture.flows.some(({ kind }) => kind === 'orchestrated'),
    ) ?? { architecture: undefined };
    if (architecture === undefined) throw new Error('No design has an orchestrated flow.');
    const context = contexts.find((each) => each.architecture === architecture);
    const text =
      context === undefined
        ? ''
        : (diagramFiles(context).find(({ path }) => path.endsWith('sequence.mmd'))?.text ?? '');
    const [largest] = architecture.flows.toSorted((a, b) => b.steps.length - a.steps.length);
    for (const { does, undo } of largest?.steps ?? []) {
      expect(text).toContain(does);
      if (undo !== undefined) expect(text).toContain(undo);
    }
  });
});
