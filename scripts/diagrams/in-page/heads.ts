import type { Head } from '../drawing.ts';

/**
 * The marks at the ends of Mermaid's lines, by the end of the marker's id, and how far the tip lies
 * beyond the end of the path: Mermaid stops its lines short and lets the marker overhang. Read off
 * the `refX` and the shape of each marker of Mermaid 12.
 */
const marks: readonly (readonly [idEnd: string, mark: Head['mark'], overhang: number])[] = [
  ['stateDiagram-barbEnd', 'arrow', 0],
  ['pointEnd', 'arrow', 4],
  ['pointStart', 'arrow', 4],
  ['crossEnd', 'cross', 0],
  ['crossStart', 'cross', 0],
  ['circleEnd', 'circle', 0],
  ['circleStart', 'circle', 0],
  ['arrowhead', 'arrow', 2],
  ['filled-head', 'arrow', 2],
  ['crosshead', 'cross', 0],
];

const snapPx = 6;

/**
 * Where a message that ends at (x, y) should touch: the edge of the activation there, else the
 * lifeline. Mermaid stops some messages inside the activation and some short of the lifeline.
 */
function touchPoint(x: number, y: number, root: SVGSVGElement): number {
  const bars = [...root.querySelectorAll<SVGRectElement>('rect[class^="activation"]')]
    .map((bar) => bar.getBBox())
    .filter((bar) => bar.y <= y && y <= bar.y + bar.height);
  const lifelines = [...root.querySelectorAll<SVGLineElement>('.actor-line')];
  const near = (edge: number): boolean => Math.abs(edge - x) <= snapPx;
  const byDistance = (a: number, b: number): number => Math.abs(a - x) - Math.abs(b - x);
  const edges = bars.flatMap((bar) => [bar.x, bar.x + bar.width]).filter(near);
  const lines = lifelines.map((line) => line.x1.baseVal.value).filter(near);
  return edges.sort(byDistance)[0] ?? lines.sort(byDistance)[0] ?? x;
}

/**
 * @param offset from the element's own coordinates to the drawing's
 * @returns the marks at both ends of a line
 * @throws Error for a marker that is not in the table
 */
export function headsOf(
  element: SVGGeometryElement,
  root: SVGSVGElement,
  offset: { dx: number; dy: number },
): Head[] {
  const { dx, dy } = offset;
  const length = element.getTotalLength();
  const ends = [
    { attribute: 'marker-start', tip: 0, before: Math.min(1, length) },
    { attribute: 'marker-end', tip: length, before: Math.max(0, length - 1) },
  ];
  return ends.flatMap(({ attribute, tip, before }) => {
    const id = /#([^")]+)/.exec(element.getAttribute(attribute) ?? '')?.[1];
    if (id === undefined || id.endsWith('sequencenumber')) return [];
    const known = marks.find(([idEnd]) => id.endsWith(idEnd));
    if (known === undefined) {
      throw new Error(`no mark for "${id}": add it to scripts/diagrams/in-page/heads.ts`);
    }
    const [, mark, overhang] = known;
    const end = element.getPointAtLength(tip);
    const from = element.getPointAtLength(before);
    const angle = Math.atan2(end.y - from.y, end.x - from.x);
    const x = end.x + dx + overhang * Math.cos(angle);
    const y = end.y + dy + overhang * Math.sin(angle);
    const isMessage = element.matches('[class^="messageLine"]');
    return [{ mark, x: isMessage ? touchPoint(x, y, root) : x, y, angle }];
  });
}
