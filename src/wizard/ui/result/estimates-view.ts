import { html, nothing, svg } from 'lit-html';
import type { SVGTemplateResult, TemplateResult } from 'lit-html';
import type { BarRow, Box, EstimateModel } from './estimate-model.ts';

const ROW = 52;
const BAR_TOP = 22;
const BAR = 18;
/** Narrower boxes have no room for a word, in percent. */
const ROOM_FOR_TEXT = 22;

/** The estimates as bars: x in percent and y in pixels, so that words keep their size. */
export function estimatesView(models: readonly EstimateModel[]): TemplateResult {
  return html`<div class="ests">
    <svg class="vh" aria-hidden="true">
      <defs>
        <pattern
          id="est-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class="hatch" d="M0 0v5"></path>
        </pattern>
      </defs>
    </svg>
    ${models.map(estimateView)}
  </div>`;
}

function estimateView(model: EstimateModel): TemplateResult {
  return html`<figure class="est">
    <h3>${model.title}</h3>
    <svg height=${model.rows.length * ROW} role="img" aria-label=${model.finding}>
      ${model.rows.map((row, index) => rowView(row, index * ROW))}
    </svg>
    <figcaption>
      <p class="small">${model.finding}</p>
      <details>
        <summary>How it is worked out</summary>
        <p class="small">${model.formula}.</p>
        <ul class="small">
          ${model.assumptions.map((assumption) => html`<li>${assumption}</li>`)}
        </ul>
        <p class="small"><a href=${model.source.url}>${model.source.title}</a></p>
      </details>
    </figcaption>
  </figure>`;
}

function rowView({ label, value, isOver, boxes }: BarRow, top: number): SVGTemplateResult {
  return svg`<text y=${top + 14}>${label}</text>
    <text class=${isOver ? 'lim' : 'b'} x="100%" y=${top + 14} text-anchor="end">${value}</text>
    ${boxes.map((box) => boxView(box, top + BAR_TOP))}`;
}

function boxView({ x, width, style, text }: Box, y: number): SVGTemplateResult {
  const rect = svg`<rect class="box ${style}" x="${x}%" y=${y} width="${width}%" height=${BAR}></rect>`;
  const hatch =
    style === 'over'
      ? svg`<rect fill="url(#est-hatch)" x="${x}%" y=${y} width="${width}%" height=${BAR}></rect>`
      : nothing;
  const label =
    text && width >= ROOM_FOR_TEXT
      ? svg`<text class="b" x="${x}%" dx="5" y=${y + 13}>${text}</text>`
      : nothing;
  return svg`${rect}${hatch}${label}`;
}
