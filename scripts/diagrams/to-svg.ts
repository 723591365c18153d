import { optimize } from 'svgo';
import { fingerprintAttribute } from '../../src/ui/diagram/fingerprint.ts';
import { headPath } from './arrowheads.ts';
import type { Drawing, Shape } from './drawing.ts';

/** A phone of 360 px shows 328 px; at 390 units wide, text of 12 px still measures 10 px there. */
export const widthLimit = 390;

/** Room for half a stroke on every side. */
const margin = 1;
const rootFontPx = 16;

const round = (value: number): number => Math.round(value * 10) / 10;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function element(name: string, className: string, attributes: Record<string, number | string>) {
  const all = { ...(className === '' ? {} : { class: className }), ...attributes };
  const text = Object.entries(all).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`,
  );
  return `<${name}${text.join('')}/>`;
}

/** A dashed line keeps its mark apart: dashes would break it up. A lost message's mark is red. */
function pathMarkup({ className, d, heads }: Extract<Shape, { kind: 'path' }>): string {
  const isDashed = /\b(dash|dots|soft)\b/.test(className);
  const apart = heads.filter(({ mark }) => mark === 'cross' || isDashed);
  const joined = heads.filter((head) => !apart.includes(head)).map(headPath);
  const marks = apart.map((head) =>
    element('path', head.mark === 'cross' ? 'e lost' : 'e', { d: headPath(head) }),
  );
  return element('path', className, { d: d + joined.join('') }) + marks.join('');
}

function shapeMarkup(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const { className, x, y, width, height } = shape;
      return element('rect', className, { x, y, width, height });
    }
    case 'circle':
      return element('circle', shape.className, { cx: shape.x, cy: shape.y, r: shape.radius });
    case 'path':
      return pathMarkup(shape);
    case 'text': {
      const [x, y] = [Math.round(shape.x), Math.round(shape.y)];
      const open = element('text', shape.className, { x, y });
      return `${open.slice(0, -2)}>${escape(shape.text)}</text>`;
    }
  }
}

/**
 * Writes a drawing as the SVG that is committed and inlined: no style, no colors, no scripts, only
 * geometry, words and the class names of `src/styles/diagram.css`.
 *
 * @param id prefix of the ids of title and description, unique on the page
 * @param mark fingerprint of the source
 * @throws Error when the drawing is wider than a phone can show legibly
 */
export function toSvg(drawing: Drawing, id: string, mark: string): string {
  const width = Math.ceil(drawing.box.width + 2 * margin);
  const height = Math.ceil(drawing.box.height + 2 * margin);
  if (width > widthLimit) {
    throw new Error(
      `is ${width} px wide, at most ${widthLimit} fit: break labels with <br/>, turn the direction to TB or split it`,
    );
  }
  const viewBox = `${round(drawing.box.x - margin)} ${round(drawing.box.y - margin)} ${width} ${height}`;
  const size = `width="${width / rootFontPx}rem" height="${height / rootFontPx}rem"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${fingerprintAttribute}="${mark}" class="dia" role="img" aria-labelledby="${id}-t ${id}-d" ${size} viewBox="${viewBox}">`,
    `<title id="${id}-t">${escape(drawing.title)}</title><desc id="${id}-d">${escape(drawing.description)}</desc>`,
    ...drawing.shapes.map(shapeMarkup),
    '</svg>',
  ].join('');
  return `${shrinkPaths(svg)}\n`;
}

/** Only path data is left to gain: everything else is written small to begin with. */
function shrinkPaths(svg: string): string {
  return optimize(svg, {
    plugins: [{ name: 'convertPathData', params: { floatPrecision: 1 } }, 'mergePaths'],
  }).data;
}
