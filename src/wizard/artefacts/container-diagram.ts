import type { Architecture } from '../model/architecture.ts';
import { edgesOf } from './container-edges.ts';
import { layout } from './container-layout.ts';
import { mainFrame } from './container-frame.ts';
import { bottomRow, sideColumn, topRow } from './container-nodes.ts';
import { describe } from './describe.ts';
import { shownParts } from './shown.ts';
import type { Diagram } from './diagram.ts';

/**
 * Lays the containers out, always alike: clients and the edge on top, the deployables in a frame on
 * the left, systems of others on the right, stores and channels at the bottom.
 */
export function containerDiagram(whole: Architecture): Diagram {
  const architecture = shownParts(whole);
  const top = topRow(architecture);
  const main = mainFrame(architecture);
  const side = sideColumn(architecture.dependencies);
  const bottomY = Math.max(main.bottom, side.bottom) + layout.rowGap;
  const bottom = bottomRow(architecture, bottomY);
  const nodes = [...top, ...main.nodes, ...side.nodes, ...bottom];
  const below = bottom.map((node) => node.y + node.height);
  return {
    width: layout.width,
    height: Math.max(main.bottom, side.bottom, ...below) + 8,
    nodes,
    edges: edgesOf(architecture, nodes, main.bottom, bottomY),
    description: describe(whole),
  };
}
