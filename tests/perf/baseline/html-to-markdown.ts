import { serializeOuter } from 'parse5';
import { attributeOf, type HtmlElement } from '../../../scripts/html/document.ts';
import { inlineMarkdown, textOf } from './inline-markdown.ts';

type Write = (element: HtmlElement) => string[];

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'h1', 'input', 'select']);

/** Elements that only group; their children are written one after the other. */
const RUNNING_TEXT = new Set(['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'kbd', 'samp', 'span']);

const WRITERS: Readonly<Record<string, Write>> = {
  h2: (element) => [`## ${inlineMarkdown(element.childNodes)}`],
  h3: (element) => [`### ${inlineMarkdown(element.childNodes)}`],
  h4: (element) => [`#### ${inlineMarkdown(element.childNodes)}`],
  ul: (element) => [list(element, () => '-')],
  ol: (element) => [list(element, (index) => `${index + 1}.`)],
  table: (element) => [...captionOf(element), table(element)],
  pre: (element) => [codeBlock(element)],
  svg: (element) =>
    attributeOf(element, 'role') === 'img' ? [`<figure>${oneLine(element)}</figure>`] : [],
  details: (element) => ['<details>', ...blocksOf(element), '</details>'],
  summary: (element) => [`<summary>${inlineMarkdown(element.childNodes)}</summary>`],
};

/**
 * Writes the content of a built page as the Markdown that an author of a plain Starlight site would
 * have written: the same words, headings, lists, tables and code blocks, the drawings as inline SVG.
 * What Markdown has no form for becomes a paragraph.
 *
 * @returns Blocks of Markdown, to be joined by blank lines.
 */
export function blocksOf(element: HtmlElement): string[] {
  if (element.childNodes.every(isRunningText)) return paragraph(element);
  return element.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return 'value' in child ? plain(child.value) : [];
    if (SILENT.has(child.tagName)) return [];
    return (WRITERS[child.tagName] ?? blocksOf)(child);
  });
}

function isRunningText(node: HtmlElement['childNodes'][number]): boolean {
  return !('tagName' in node) || RUNNING_TEXT.has(node.tagName);
}

function paragraph(element: HtmlElement): string[] {
  const text = inlineMarkdown(element.childNodes);
  return text === '' ? [] : [text];
}

function plain(text: string): string[] {
  return text.trim() === '' ? [] : [text.trim()];
}

function list(element: HtmlElement, marker: (index: number) => string): string {
  return elementChildren(element)
    .map((item, index) => `${marker(index)} ${inlineMarkdown(item.childNodes)}`)
    .join('\n');
}

function captionOf(element: HtmlElement): string[] {
  return elementChildren(element)
    .filter(({ tagName }) => tagName === 'caption')
    .flatMap(paragraph);
}

function table(element: HtmlElement): string {
  const rows = elementChildren(element)
    .flatMap((part) => (part.tagName === 'tr' ? [part] : elementChildren(part)))
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => elementChildren(row).map((cell) => inlineMarkdown(cell.childNodes)));
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function codeBlock(element: HtmlElement): string {
  const name = attributeOf(element, 'aria-label') ?? '';
  const language = attributeOf(element, 'data-language') ?? /\.(\w+)$/.exec(name)?.[1] ?? 'text';
  const title = /\.\w+$/.test(name) ? ` title="${name}"` : '';
  return `\`\`\`\`${language}${title}\n${textOf(element).trimEnd()}\n\`\`\`\``;
}

function oneLine(element: HtmlElement): string {
  return serializeOuter(element).replaceAll(/\s*\n\s*/g, ' ');
}

function elementChildren(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter((child) => 'tagName' in child);
}
