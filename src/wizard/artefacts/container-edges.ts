import type { Architecture, Connection } from '../model/architecture.ts';
import { backUp, between, downEdge, ownDatabase, toBottom, topEdge } from './container-routes.ts';
import { toSide } from './container-side-route.ts';
import type { Ground } from './container-routes.ts';
import type { DiagramEdge, DiagramNode } from './diagram.ts';

/** Every connection as a line; connections between the same two things share one. */
export function edgesOf(
  { connections, deployables }: Architecture,
  nodes: readonly DiagramNode[],
  mainBottom: number,
  bottomY: number,
): readonly DiagramEdge[] {
  const ground: Ground = {
    place: new Map(nodes.map((node) => [node.id, node])),
    inside: new Set(deployables.map(({ id }) => id)),
    mainBottom,
    bottomY,
  };
  const drawn = new Map<string, DiagramEdge>();
  for (const connection of connections) {
    const edge = edgeFor(connection, ground);
    if (edge !== undefined && !drawn.has(edge.id)) drawn.set(edge.id, edge);
  }
  return [...drawn.values()];
}

function edgeFor(connection: Connection, ground: Ground): DiagramEdge | undefined {
  const { place, inside } = ground;
  const { from, to } = connection;
  if (to === 'edge') return topEdge(place);
  if (from === 'edge') return downEdge(place, connection.label);
  const source = place.get(from);
  const target = place.get(to);
  if (inside.has(from) && target !== undefined)
    return fromInside(connection, source, target, ground);
  return source === undefined ? undefined : backUp(connection, source, ground);
}

function fromInside(
  connection: Connection,
  source: DiagramNode | undefined,
  target: DiagramNode,
  ground: Ground,
): DiagramEdge {
  if (source !== undefined && ground.inside.has(connection.to)) return between(source, target);
  if (source !== undefined && connection.to === `${connection.from}-db`)
    return ownDatabase(source, target);
  if (target.y >= ground.bottomY) return toBottom(target, connection, ground);
  return toSide(target, connection, ground.mainBottom);
}
