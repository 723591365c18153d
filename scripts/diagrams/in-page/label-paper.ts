const svgNamespace = 'http://www.w3.org/2000/svg';

/** Words that stand on a line or beside one, and on no shape of their own. */
const onLines = '.edgeLabel text, .messageText, .loopText, .sectionTitle, .sequenceNumber';

/** Room around the words, for a reader's font that is taller or hinted otherwise. */
const padding = { x: 3, y: 1 } as const;

function paperUnder(text: SVGTextElement): SVGRectElement {
  const box = text.getBBox();
  const [x, y] = [Math.floor(box.x - padding.x), Math.floor(box.y - padding.y)];
  const width = Math.ceil(box.x + box.width + padding.x) - x;
  const height = Math.ceil(box.y + box.height + padding.y) - y;
  const paper = document.createElementNS(svgNamespace, 'rect');
  paper.setAttribute('class', 'paper');
  for (const [name, value] of Object.entries({ x, y, width, height })) {
    paper.setAttribute(name, `${value}`);
  }
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
