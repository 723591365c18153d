// @vitest-environment jsdom
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { diagramFiles } from '../../../src/wizard/artefacts/diagrams/diagram-files.ts';
import { designs, distinctFiles, runs } from './design-cases.ts';

const contexts = designs(runs(150, 2500), 105);

const texts = (path: string) =>
  distinctFiles(contexts, diagramFiles, (file) => file.path === path).map(({ text }) => text);

/** Reading one takes some 10 ms, and most differ in a number only: this many of them. */
const spread = (all: readonly string[], count: number) =>
  all.filter((_, index) => index % Math.ceil(all.length / count) === 0);

describe('the context and the key sequence, as their label says, by Mermaid’s parser', () => {
  it('are a flowchart and a sequence, whatever was answered and pinned', async () => {
    const contextTexts = texts('diagrams/context.mmd');
    const sequences = texts('diagrams/sequence.mmd');
    expect(sequences.length).toBeGreaterThan(50);
    for (const text of spread(contextTexts, runs(60, 2000))) {
      await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'flowchart-v2' });
    }
    for (const text of spread(sequences, runs(120, 2000))) {
      await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'sequence' });
    }
  }, 120_000);

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
