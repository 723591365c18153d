import type { Connection } from '../model/architecture.ts';
import { layout } from './container-layout.ts';
import type { DiagramEdge, DiagramNode } from './diagram.ts';
import { edgeBetween } from './shapes.ts';

const { margin, frameWidth, frameTop, sideLeft } = layout;

/** Where things are drawn. */
export interface Ground {
  readonly place: ReadonlyMap<string, DiagramNode>;
  /** The deployables, which share the frame's lines to the outside. */
  readonly inside: ReadonlySet<string>;
  readonly mainBottom: number;
  readonly bottomY: number;
}

/** From where messages wait back up to the deployables. */
export function backUp(
  connection: Connection,
  source: DiagramNode,
  { mainBottom }: Ground,
): DiagramEdge {
  return edgeBetween(connection.from, 'main', connection.kind, [
    [218, source.y],
    [218, mainBottom + 2],
  ]);
}

/** From a deployable to the database beside it. */
export function ownDatabase(source: DiagramNode, target: DiagramNode): DiagramEdge {
  const y = source.y + source.height / 2;
  return edgeBetween(source.id, target.id, 'sync', [
    [source.x + source.width, y],
    [target.x - 2, y],
  ]);
}

/** From the clients to the edge. */
export function topEdge(place: Ground['place']): DiagramEdge | undefined {
  const clients = place.get('clients');
  const edge = place.get('edge');
  if (clients === undefined || edge === undefined) return undefined;
  const start = clients.x + clients.width;
  return edgeBetween('clients', 'edge', 'sync', [
    [start, 21],
    [edge.x - 2, 21],
  ]);
}

/** From the edge down to the frame. */
export function downEdge(place: Ground['place'], label: string): DiagramEdge | undefined {
  const edge = place.get('edge');
  if (edge === undefined) return undefined;
  const x = Math.min(edge.x + edge.width / 2, margin + frameWidth - 8);
  const start = Math.max(x, edge.x + 8);
  const points: [number, number][] =
    start === x
      ? [
          [x, 40],
          [x, frameTop - 2],
        ]
      : [
          [start, 40],
          [start, 60],
          [x, 60],
          [x, frameTop - 2],
        ];
  return {
    ...edgeBetween('edge', 'main', 'sync', points),
    texts: [{ text: label, x: x + 8, y: 74, anchor: 'start', strong: false }],
  };
}

/** From one deployable to the one below it. */
export function between(source: DiagramNode, target: DiagramNode): DiagramEdge {
  const x = source.x + 40;
  return edgeBetween(source.id, target.id, 'sync', [
    [x, source.y + source.height],
    [x, target.y - 2],
  ]);
}

/** Down to a store or to where messages wait. */
export function toBottom(
  target: DiagramNode,
  { kind, label }: Connection,
  { mainBottom, bottomY }: Ground,
): DiagramEdge {
  if (target.x >= sideLeft) {
    const x = target.x + target.width / 2;
    const points = [
      [224, mainBottom],
      [224, bottomY - 16],
      [x, bottomY - 16],
      [x, target.y - 2],
    ] as const;
    return {
      ...edgeBetween('main', target.id, kind, points),
      texts: [{ text: label, x: x - 6, y: bottomY - 22, anchor: 'end', strong: false }],
    };
  }
  const isBelow = target.y > bottomY + 40;
  const x = columnOf(target, isBelow);
  // From where messages wait a second line leads back up, right of this one.
  const beside =
    kind === 'async'
      ? ({ x: x - 6, anchor: 'end' } as const)
      : ({ x: x + 8, anchor: 'start' } as const);
  const height = isBelow ? target.y - 8 : mainBottom + 28;
  const end = target.shape === 'cylinder' ? target.y - 1 : target.y - 2;
  return {
    ...edgeBetween('main', target.id, kind, [
      [x, mainBottom],
      [x, end],
    ]),
    texts: [{ text: label, x: beside.x, y: height, anchor: beside.anchor, strong: false }],
  };
}

/** Where the line down to a store or a queue runs; to what stands below both, between them. */
function columnOf({ shape }: DiagramNode, isBelow: boolean): number {
  if (isBelow) return 159;
  return shape === 'queue' ? 190 : 77;
}
