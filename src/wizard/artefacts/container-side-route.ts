import type { Connection } from '../model/architecture.ts';
import { layout } from './container-layout.ts';
import type { DiagramEdge, DiagramNode, DiagramText } from './diagram.ts';
import { edgeBetween } from './shapes.ts';

const { margin, frameWidth } = layout;

/** To a system that others run. */
export function toSide(
  target: DiagramNode,
  connection: Connection,
  mainBottom: number,
): DiagramEdge {
  const y = target.y + target.height / 2;
  const from = margin + frameWidth;
  const straight = y < mainBottom - 8;
  const points: [number, number][] = straight
    ? [
        [from, y],
        [target.x - 2, y],
      ]
    : [
        [from, mainBottom - 10],
        [240, mainBottom - 10],
        [240, y],
        [target.x - 2, y],
      ];
  const x = straight ? 264 : 270;
  const anchor = 'middle';
  const texts: DiagramText[] = sideLabels(connection).map((text, index) => ({
    text,
    x,
    y: index === 0 ? y - 7 : y + 17,
    anchor,
    strong: false,
  }));
  return { ...edgeBetween('main', target.id, connection.kind, points), texts };
}

function sideLabels(connection: Connection): readonly string[] {
  if (connection.kind === 'async') return connection.label.split(', ').slice(0, 2);
  const timeout = `${(connection.timeoutMs / 1000).toFixed(1)} s`;
  return connection.breaker ? [timeout, 'breaker'] : [timeout];
}
