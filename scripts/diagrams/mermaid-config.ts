/** Metric-compatible families first, so that any machine lays a diagram out nearly alike. */
export const fontFamily = "'Liberation Sans', Arial, Helvetica, sans-serif";

/**
 * Sizes that our stylesheet (`src/styles/diagram.css`) gives to words: Mermaid must measure with
 * them. The first line of a node is its name. A state's description is measured a little larger than
 * it is shown, for Mermaid leaves it only 4 px at the sides. Nothing else of its styling is kept.
 */
const measuredCss = `
  text, tspan { font-size: 12px !important; font-weight: 400 !important; }
  .node:not(.statediagram-note) .label > g:first-of-type > text > tspan:first-child,
  .node:not(.statediagram-note) .label > g:first-of-type > text > tspan:first-child > tspan {
    font-size: 13px !important; font-weight: 600 !important;
  }
  .statediagram-state .label > g:nth-of-type(2) tspan { font-size: 13px !important; }
  text.actor, text.actor tspan { font-size: 13px !important; font-weight: 600 !important; }
`;

/** Mermaid's site configuration: compact, text as SVG text, nothing random. */
export const mermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  theme: 'base',
  look: 'classic',
  layout: 'elk',
  htmlLabels: false,
  fontFamily,
  fontSize: 12,
  themeVariables: { fontFamily, fontSize: '12px' },
  themeCSS: measuredCss,
  flowchart: { htmlLabels: false, padding: 10, nodeSpacing: 24, rankSpacing: 28, minNodeWidth: 0 },
  state: { wrappingWidth: 220, padding: 8, nodeSpacing: 24, rankSpacing: 28, minNodeWidth: 0 },
  sequence: {
    ...{ actorFontSize: 13, actorFontFamily: fontFamily, actorFontWeight: 600 },
    ...{ messageFontSize: 12, messageFontFamily: fontFamily, messageFontWeight: 400 },
    ...{ noteFontSize: 12, noteFontFamily: fontFamily, noteFontWeight: 400 },
    ...{ mirrorActors: false, wrap: true, width: 100, height: 32, actorMargin: 34 },
    ...{ messageMargin: 26, boxMargin: 8, noteMargin: 8, diagramMarginX: 4, diagramMarginY: 4 },
    ...{ labelBoxWidth: 34, labelBoxHeight: 18 },
  },
};
