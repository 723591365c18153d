import type { Drawing, Shape } from '../drawing.ts';
import { layPaper } from './label-paper.ts';
import { roleOf } from './roles.ts';
import { shapeOf, textShapes } from './shapes.ts';

declare const mermaid: {
  initialize(config: object): void;
  render(id: string, source: string): Promise<{ svg: string }>;
};

const notDrawn = 'defs, marker, symbol, title, desc, style, filter, linearGradient';
const lifelineTail = 10;

function drawnElements(svg: SVGSVGElement): Element[] {
  return [...svg.querySelectorAll('*')].filter((element) => element.closest(notDrawn) === null);
}

/** Takes out what has no place in our drawings, so that it counts neither as shape nor as extent. */
function prune(svg: SVGSVGElement): void {
  const unwanted = drawnElements(svg).filter(
    (element) =>
      (element instanceof SVGTextElement || element instanceof SVGGeometryElement) &&
      roleOf(element) === 'drop',
  );
  for (const element of unwanted) element.remove();
}

/** Mermaid lets lifelines run to 2000 px and cuts them with the viewBox: end them at the last event. */
function shortenLifelines(svg: SVGSVGElement): void {
  const lifelines = [...svg.querySelectorAll<SVGLineElement>('.actor-line')];
  for (const line of lifelines) line.y2.baseVal.value = line.y1.baseVal.value;
  const { y, height } = svg.getBBox();
  for (const line of lifelines) line.y2.baseVal.value = y + height + lifelineTail;
}

function shapesOf(svg: SVGSVGElement): Shape[] {
  return drawnElements(svg).flatMap((element): Shape[] => {
    if (element instanceof SVGTextElement) return textShapes(element, svg);
    if (element instanceof SVGGeometryElement) return [shapeOf(element, svg)];
    if (['g', 'tspan'].includes(element.tagName)) return [];
    throw new Error(`<${element.tagName}> is not supported`);
  });
}

/**
 * Runs in the page: lets Mermaid lay a diagram out and reads the result as plain shapes.
 *
 * @param config Mermaid's site configuration
 * @throws Error with Mermaid's message, or naming what has no place in our drawings
 */
export async function draw(source: string, config: object): Promise<Drawing> {
  mermaid.initialize(config);
  const { svg: markup } = await mermaid.render('drawing', source);
  const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  const svg = document.importNode(parsed, true);
  if (!(svg instanceof SVGSVGElement)) throw new Error('Mermaid returned no SVG');
  document.body.replaceChildren(svg);
  prune(svg);
  layPaper(svg);
  shortenLifelines(svg);
  const { x, y, width, height } = svg.getBBox();
  return {
    title: svg.querySelector('title')?.textContent ?? '',
    description: svg.querySelector('desc')?.textContent ?? '',
    box: { x, y, width, height },
    shapes: shapesOf(svg),
  };
}
