import type { Connection } from '../model/architecture.ts';
import type { DiagramEdge, DiagramNode, DiagramText, Point } from './diagram.ts';

/** The width of strong 12 px text in the system font, estimated so that no browser is needed. */
export function textWidth(text: string): number {
  return Math.ceil(text.length * 6.9);
}

/** A box with its texts centered. */
export function box(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  texts: readonly string[],
  stacked = false,
): DiagramNode {
  const node = {
    id,
    shape: 'box',
    x,
    y,
    width,
    height,
    outside: false,
    stacked,
    texts: [],
  } as const;
  return lines(node, texts, true);
}

/** A box with fully round ends, for people and programs that call. */
export function pill(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  texts: readonly string[],
): DiagramNode {
  return { ...box(id, x, y, width, height, texts), shape: 'pill' };
}

/** A store; its first text is strong, the others plain. */
export function cylinder(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  [title = '', ...notes]: readonly string[],
): DiagramNode {
  const middle = x + width / 2;
  const first = y + height / 2 + (notes.length === 0 ? 8 : 4);
  const texts: DiagramText[] = [
    { text: title, x: middle, y: first, anchor: 'middle', strong: true },
    ...notes.map((text, index) => ({
      text,
      x: middle,
      y: first + 16 * (index + 1),
      anchor: 'middle' as const,
      strong: false,
    })),
  ];
  return { ...box(id, x, y, width, height, []), shape: 'cylinder', texts };
}

/** Something that messages wait in. */
export function queue(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  texts: readonly string[],
): DiagramNode {
  return { ...box(id, x, y, width, height, texts), shape: 'queue' };
}

/** A box that holds others: its title stands top left, a note top right. */
export function frame(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  title: string,
  note: string,
  stacked: boolean,
): DiagramNode {
  return {
    ...box(id, x, y, width, height, [], stacked),
    texts: [
      { text: title, x: x + 12, y: y + 21, anchor: 'start', strong: true },
      { text: note, x: x + width - 12, y: y + 21, anchor: 'end', strong: false },
    ],
  };
}

/** Puts lines of text in the middle of a node, 16 apart. */
export function lines(node: DiagramNode, texts: readonly string[], strong: boolean): DiagramNode {
  const x = node.x + node.width / 2;
  const first = node.y + node.height / 2 + 4 - (texts.length - 1) * 8;
  return {
    ...node,
    texts: texts.map((text, index) => ({
      text,
      x,
      y: first + index * 16,
      anchor: 'middle' as const,
      strong,
    })),
  };
}

/** A line without text. */
export function edgeBetween(
  from: string,
  to: string,
  kind: Connection['kind'],
  points: readonly Point[],
): DiagramEdge {
  return { id: `${from} → ${to}`, from, to, kind, points, texts: [] };
}
