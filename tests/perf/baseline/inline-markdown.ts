import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, type HtmlElement } from '../../../scripts/html/document.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements that say nothing in running text. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'input', 'select']);
const WRAPPED: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*' };

/** @returns Nodes of running text as one line of Markdown with the same words. */
export function inlineMarkdown(nodes: readonly Node[]): string {
  return nodes.map(inlineNode).join('').replaceAll(/\s+/g, ' ').trim();
}

/** @returns All text below an element, as it is. */
export function textOf(element: HtmlElement): string {
  return element.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      return 'tagName' in child ? textOf(child) : '';
    })
    .join('');
}

function inlineNode(node: Node): string {
  if ('value' in node) return escaped(node.value);
  if (!('tagName' in node) || SILENT.has(node.tagName)) return '';
  if (node.tagName === 'code') return codeSpan(textOf(node));
  const inside = inlineMarkdown(node.childNodes);
  const mark = WRAPPED[node.tagName];
  if (inside === '') return ' ';
  if (mark !== undefined) return ` ${mark}${inside}${mark} `;
  const href = attributeOf(node, 'href');
  return node.tagName === 'a' && href !== undefined ? `[${inside}](${href})` : spaced(node, inside);
}

/** Blocks that stand inside a cell or an item keep their words apart. */
function spaced(node: HtmlElement, inside: string): string {
  return ['span', 'sub', 'sup', 'abbr', 'time'].includes(node.tagName) ? inside : ` ${inside} `;
}

function codeSpan(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|{}&#~]/g, '\\$&');
}
