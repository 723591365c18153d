const svgNamespace = 'http://www.w3.org/2000/svg';

/** Words that stand on a line or beside one, and on no shape of their own. */
const onLines = '.edgeLabel text, .messageText, .loopText, .sectionTitle, .sequenceNumber';

/** Room around the words, for a reader's font that is taller or hinted otherwise. */
const padding = { x: 3, y: 1 } as const;

function paperUnder(text: SVGTextElement): SVGRectElement {
  const { x, y, width, height } = text.getBBox();
  const paper = document.createElementNS(svgNamespace, 'rect');
  paper.setAttribute('class', 'paper');
  paper.setAttribute('x', `${x - padding.x}`);
  paper.setAttribute('y', `${y - padding.y}`);
  paper.setAttribute('width', `${width + 2 * padding.x}`);
  paper.setAttribute('height', `${height + 2 * padding.y}`);
  const transform = text.getAttribute('transform');
  if (transform !== null) paper.setAttribute('transform', transform);
  return paper;
}

/** Lays a box of the page's color under each label of a line, so that no line runs through words. */
export function layPaper(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll<SVGTextElement>(onLines)) {
    if (text.textContent?.trim()) text.before(paperUnder(text));
  }
}
