import { html, nothing, svg } from 'lit-html';
import type { SVGTemplateResult, TemplateResult } from 'lit-html';
import type { Diagram, DiagramEdge, DiagramNode, DiagramText } from '../../artefacts/diagram.ts';
import type { ConnectionModel } from './parts-list.ts';

/** How far the second box of a stacked node stands behind the first. */
const STACK = 6;
/** Half the height of a cylinder's lid, unless the cylinder is small. */
const LID = 9;

/** Draws the containers; the same facts stand below as a list. */
export function diagramView(
  diagram: Diagram,
  connections: readonly ConnectionModel[],
): TemplateResult {
  const { width, height, nodes, edges, description } = diagram;
  return html`<figure class="containers">
    <svg class="con" viewBox="0 0 ${width} ${height}" role="img" aria-label=${description}>
      <defs>
        <marker
          id="con-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path class="head" d="M0 .8 7 4 0 7.2"></path>
        </marker>
      </defs>
      ${nodes.map(nodeView)} ${edges.map(edgeView)}
      ${[...nodes, ...edges].flatMap(({ texts }) => texts.map(textView))}
    </svg>
    <details>
      <summary>The same in words</summary>
      <ul>
        ${connections.map(({ from, to, how }) => html`<li><b>${from}</b> to <b>${to}</b>: ${how}</li>`)}
      </ul>
    </details>
    <figcaption class="con-legend">${legend}</figcaption>
  </figure>`;
}

function nodeView(node: DiagramNode): SVGTemplateResult {
  const behind = node.stacked ? shapeView(node, STACK) : nothing;
  return svg`${behind}${shapeView(node, 0)}`;
}

function shapeView(node: DiagramNode, shift: number): SVGTemplateResult {
  const { x, y, width, height, shape } = node;
  const style = node.outside ? 'node ext' : 'node';
  if (shape === 'cylinder') return cylinderView(node, shift, style);
  const radius = shape === 'pill' ? height / 2 : 4;
  const bar =
    shape === 'queue'
      ? svg`<path class="node" d="M${x + shift + width - 10} ${y + shift}v${height}"></path>`
      : nothing;
  return svg`<rect class=${style} x=${x + shift} y=${y + shift} width=${width} height=${height}
    rx=${radius}></rect>${bar}`;
}

function cylinderView(node: DiagramNode, shift: number, style: string): SVGTemplateResult {
  const [x, y, w] = [node.x + shift, node.y + shift, node.width];
  const lid = Math.min(LID, node.height / 7);
  const bend = lid * 1.33;
  const top = `M${x} ${y + lid}c0 ${-bend} ${w} ${-bend} ${w} 0`;
  const body = `v${node.height - 2 * lid}c0 ${bend} ${-w} ${bend} ${-w} 0z`;
  return svg`<path class=${style} d=${top + body}></path>
    <path class="edge" d="M${x} ${y + lid}c0 ${bend} ${w} ${bend} ${w} 0"></path>`;
}

function edgeView(edge: DiagramEdge): SVGTemplateResult {
  const d = edge.points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return svg`<path class=${edge.kind === 'async' ? 'edge async' : 'edge'} d=${d}
    marker-end="url(#con-arrow)"></path>`;
}

function textView({ text, x, y, anchor, strong }: DiagramText): SVGTemplateResult {
  return svg`<text class=${strong ? 'h' : ''} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}

const legend = html`<span
    ><svg width="22" height="6" aria-hidden="true"><path class="edge" d="M0 3h22"></path></svg>call,
    waits</span
  ><span
    ><svg width="22" height="6" aria-hidden="true"><path class="edge async" d="M0 3h22"></path></svg
    >message, later</span
  ><span
    ><svg width="16" height="10" aria-hidden="true">
      <rect class="node ext" x="1" y="1" width="14" height="8"></rect></svg
    >not yours</span
  >`;
