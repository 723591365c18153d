/**
 * Runs in a frame of its own (src/pages/drawing-frame.astro): Mermaid writes style elements, which
 * the wizard's page does not allow. The frame gets text and gives back the text of a picture.
 */
import mermaid from 'mermaid';
import { readRequest } from './frame-messages.ts';
import type { DrawRequest, FrameAnswer } from './frame-messages.ts';

async function draw({ source, isDark }: DrawRequest): Promise<FrameAnswer> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: isDark ? 'dark' : 'neutral',
    // ELK, which Mermaid would take, is 0.4 MB more to load.
    layout: 'dagre',
    // Words as SVG text, and a size of its own: the picture stands alone in an `img`.
    htmlLabels: false,
    fontFamily: 'Arial, Helvetica, sans-serif',
    flowchart: { htmlLabels: false, useMaxWidth: false },
    sequence: { mirrorActors: false, wrap: true, useMaxWidth: false },
  });
  try {
    const { svg } = await mermaid.render('drawing', source);
    return { kind: 'drawn', svg: asXml(svg) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

/** Mermaid writes HTML; an image has to be well-formed XML. */
function asXml(svg: string): string {
  const drawn = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (!drawn) throw new Error('Mermaid gave no picture.');
  return new XMLSerializer().serializeToString(drawn);
}

addEventListener('message', (event) => {
  const request = readRequest(event, { window: parent, origin: location.origin });
  if (!request) return;
  void draw(request).then((answer) => {
    parent.postMessage(answer, location.origin);
  });
});
document.documentElement.dataset['draws'] = '';
