import { describe, expect, it } from 'vitest';
import { containerDiagram } from '../../../src/wizard/artefacts/container-diagram.ts';
import { shownParts } from '../../../src/wizard/artefacts/shown.ts';
import { textWidth } from '../../../src/wizard/artefacts/shapes.ts';
import { madeStates } from './artefact-cases.ts';

const drawings = madeStates.map(({ architecture }) => ({
  architecture,
  diagram: containerDiagram(architecture),
}));

describe('the drawing', () => {
  it('keeps every shape and line within its frame', () => {
    for (const { diagram } of drawings) {
      const beyond = diagram.nodes.filter(
        ({ x, y, width, height }) =>
          x < 0 || y < 0 || x + width > diagram.width || y + height > diagram.height,
      );
      expect(beyond).toEqual([]);
      for (const [x, y] of diagram.edges.flatMap(({ points }) => points)) {
        expect(x >= 0 && x <= diagram.width && y >= 0 && y <= diagram.height).toBe(true);
      }
    }
  });

  it('keeps the words of the clients and of the edge within their shapes', () => {
    for (const { diagram } of drawings) {
      for (const node of diagram.nodes.filter(({ id }) => id === 'clients' || id === 'edge')) {
        for (const { text } of node.texts) {
          expect(textWidth(text)).toBeLessThanOrEqual(node.width);
        }
      }
    }
  });

  it('shows the first deployables, stores and systems of others, and how many more there are', () => {
    for (const { architecture, diagram } of drawings) {
      const drawn = new Set(diagram.nodes.map(({ id }) => id));
      const { deployables, stores, dependencies, further } = shownParts(architecture);
      expect(deployables.length + further).toBe(architecture.deployables.length);
      const parts = [...stores, ...dependencies, ...(deployables.length > 1 ? deployables : [])];
      expect(parts.filter(({ id }) => !drawn.has(id))).toEqual([]);
    }
  });

  it('is described in sentences', () => {
    for (const { diagram } of drawings) {
      expect(diagram.description).toMatch(/^[A-Z].*\.$/u);
      expect(diagram.description).not.toMatch(/undefined|NaN/u);
    }
  });
});
