import type { Shape } from '../drawing.ts';
import { headsOf } from './heads.ts';
import { roleOf } from './roles.ts';
import { translatePath } from './translate-path.ts';

function classOf(element: Element): string {
  const role = roleOf(element);
  if (role === 'drop') throw new Error(`<${element.tagName}> should have been pruned`);
  return role.className;
}

/** Offset of an element's coordinates from the drawing's. Mermaid only ever moves things. */
function offsetOf(element: SVGGraphicsElement, root: SVGSVGElement): { dx: number; dy: number } {
  const own = element.getScreenCTM();
  const base = root.getScreenCTM();
  if (own === null || base === null) throw new Error(`<${element.tagName}> is not laid out`);
  const matrix = base.inverse().multiply(own);
  if (Math.abs(matrix.a - 1) + Math.abs(matrix.b) + Math.abs(matrix.d - 1) > 1e-6) {
    throw new Error(`<${element.tagName}> is turned or scaled: not supported`);
  }
  return { dx: matrix.e, dy: matrix.f };
}

/** Path data of an element that is not a rectangle or a circle, in its own coordinates. */
function pathData(element: SVGGeometryElement): string {
  if (element instanceof SVGLineElement) {
    const { x1, y1, x2, y2 } = element;
    return `M${x1.baseVal.value} ${y1.baseVal.value}L${x2.baseVal.value} ${y2.baseVal.value}`;
  }
  if (element instanceof SVGPolygonElement) {
    const points = [...element.points].map(({ x, y }) => `${x} ${y}`);
    return `M${points.join('L')}Z`;
  }
  const d = element.getAttribute('d') ?? '';
  return element.parentElement?.matches('.outer-path') && !/z\s*$/i.test(d) ? `${d}Z` : d;
}

/**
 * @param element one of Mermaid's shapes that has a part in our drawing
 * @throws Error for a transform that is not supported
 */
export function shapeOf(element: SVGGeometryElement, root: SVGSVGElement): Shape {
  const className = classOf(element);
  const { dx, dy } = offsetOf(element, root);
  if (element instanceof SVGRectElement) {
    const { x, y, width, height } = element.getBBox();
    return { kind: 'rect', className, x: x + dx, y: y + dy, width, height };
  }
  if (element instanceof SVGCircleElement) {
    const { cx, cy, r } = element;
    const [x, y] = [cx.baseVal.value + dx, cy.baseVal.value + dy];
    return { kind: 'circle', className, x, y, radius: r.baseVal.value };
  }
  const d = translatePath(pathData(element), dx, dy);
  return { kind: 'path', className, d, heads: headsOf(element, root, { dx, dy }) };
}

/** Share of a line's height that is above its baseline, in the families Mermaid measures with. */
const ascent = 0.81;

/**
 * How far words of a node move up or down. Mermaid leaves room for a divider between a state's name
 * and its description, which we do not draw; other names stand too close to the lines below them.
 */
const nudges = { nameAboveDivider: 2, belowDivider: -4, nameAboveLines: -2, other: 0 } as const;

function nudgeOf(element: SVGTextElement, row: number, rows: number): number {
  if (element.matches('.node:has(.title-state) text')) {
    return isDescription(element) ? nudges.belowDivider : nudges.nameAboveDivider;
  }
  const isNameAboveLines = row === 0 && rows > 1 && element.matches('.node text');
  return isNameAboveLines ? nudges.nameAboveLines : nudges.other;
}

function isDescription(element: SVGTextElement): boolean {
  return element.matches('.label > g:nth-of-type(n + 2) text');
}

/** Mermaid centers only some of a node's lines; all of ours are. */
function centerOfNode(element: SVGTextElement, root: SVGSVGElement): number | undefined {
  const shape = element
    .closest('.node')
    ?.querySelector<SVGGeometryElement>(':is(rect, circle, ellipse, polygon, path)');
  if (shape === null || shape === undefined) return undefined;
  const { x, width } = shape.getBBox();
  return x + width / 2 + offsetOf(shape, root).dx;
}

/** The lines of a `<text>`: Mermaid sets each in a `tspan` of its own, or has only one. */
function linesOf(element: SVGTextElement): SVGTextContentElement[] {
  const rows = [...element.querySelectorAll<SVGTSpanElement>(':scope > tspan')];
  return rows.length > 0 ? rows : [element];
}

/**
 * @returns one shape a line of text, centered, so that a reader's other font grows to both sides.
 *   Only the first line of a node's words is its name.
 */
export function textShapes(element: SVGTextElement, root: SVGSVGElement): Shape[] {
  const role = classOf(element);
  const { dx, dy } = offsetOf(element, root);
  const center = centerOfNode(element, root);
  return linesOf(element).flatMap((line, row, { length }): Shape[] => {
    const text = (line.textContent ?? '').trim().replace(/\s+/g, ' ');
    const count = line.getNumberOfChars();
    if (text === '' || count === 0) return [];
    const first = line.getExtentOfChar(0);
    const last = line.getExtentOfChar(count - 1);
    const className = role === 'h' && (row > 0 || isDescription(element)) ? '' : role;
    const x = center ?? (first.x + last.x + last.width) / 2 + dx;
    const y = first.y + first.height * ascent + dy + nudgeOf(element, row, length);
    return [{ kind: 'text', className, x, y, text }];
  });
}
