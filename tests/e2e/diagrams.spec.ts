/** Words of committed drawings fit their shapes, even for a reader with the widest system font. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findSources } from '../../scripts/diagrams/committed.ts';
import { wideningEm } from '../../scripts/diagrams/widest-font.ts';
import { expect, test } from './fixtures.ts';

const root = join(import.meta.dirname, '../..');
const wideFamily = "'DejaVu Sans', Verdana, sans-serif";
const styleNames = ['tokens', 'base', 'diagram'];

/** The reserve of the layout is left out: here the words have the widest font itself. */
const reserveEm = 0.02;

async function openDrawing(page: Page, svgPath: string): Promise<void> {
  const sheets = styleNames.map((name) => readFile(join(root, `src/styles/${name}.css`), 'utf8'));
  const spacing = (await wideningEm(page, wideFamily)) - reserveEm;
  const wide = `.dia text { font-family: ${wideFamily}; letter-spacing: ${spacing}em }`;
  const svg = await readFile(join(root, svgPath), 'utf8');
  await page.setContent(`<style>${(await Promise.all(sheets)).join('')}${wide}</style>${svg}`);
}

/** Runs in the page: says which words are cut, leave their shape or have a line through them. */
function misfits(): string[] {
  const svg = document.querySelector<SVGSVGElement>('svg.dia');
  if (svg === null) return ['there is no drawing'];
  const { x, y, width, height } = svg.viewBox.baseVal;
  const frame = new DOMRect(x, y, width, height);
  const holds = (outer: DOMRect, inner: DOMRect): boolean =>
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom;
  const boxOf = (element: SVGGraphicsElement): DOMRect => DOMRect.fromRect(element.getBBox());
  const shapes = [...svg.querySelectorAll<SVGGraphicsElement>('rect, path:not(.e)')];
  const lines = [...svg.querySelectorAll<SVGPathElement>('path.e')];
  const isAfter = (one: Element, other: Element): boolean =>
    (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const runsThrough = (line: SVGPathElement, box: DOMRect): boolean =>
    Array.from({ length: Math.ceil(line.getTotalLength()) }, (_, at) => {
      const point = line.getPointAtLength(at);
      return new DOMRect(point.x, point.y, 0, 0);
    }).some((point) => holds(box, point));

  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const box = boxOf(text);
    const middle = new DOMRect(box.x + box.width / 2, box.y + box.height / 2, 0, 0);
    const [shape] = shapes
      .filter((each) => holds(boxOf(each), middle))
      .sort((a, b) => boxOf(a).width - boxOf(b).width);
    const visible = lines.filter((line) => shape === undefined || isAfter(line, shape));
    return [
      ...(holds(frame, box) ? [] : ['is cut by the viewBox']),
      ...(shape === undefined ? ['stands on no shape'] : []),
      ...(shape === undefined || holds(boxOf(shape), box) ? [] : ['leaves its shape']),
      ...(visible.some((line) => runsThrough(line, box)) ? ['has a line through it'] : []),
    ].map((fault) => `"${text.textContent}" ${fault}`);
  });
}

for (const { svgPath } of await findSources(root)) {
  test(`${svgPath} holds its words`, async ({ page }) => {
    await openDrawing(page, svgPath);
    expect(await page.evaluate(misfits)).toEqual([]);
  });
}
