import { attributeText, type Branch } from './tree.ts';

/** Elements that hold nothing: HTML allows no end tag there, and SVG needs none. */
const leaves = new Set([
  'br',
  'circle',
  'hr',
  'img',
  'input',
  'line',
  'path',
  'rect',
  'use',
  'wbr',
]);

const textEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const attributeEscapes: Readonly<Record<string, string>> = { ...textEscapes, '"': '&quot;' };

/**
 * Branches as HTML. Every text and every value is escaped, so a label of an example stays text;
 * white space stays as it is.
 */
export function toMarkup(branches: readonly Branch[]): string {
  return branches.map(branchMarkup).join('');
}

function branchMarkup(branch: Branch): string {
  if (typeof branch === 'string') return escape(branch, /[&<>]/g, textEscapes);
  const open = branch.tag + attributesMarkup(branch.attributes);
  return leaves.has(branch.tag)
    ? `<${open}/>`
    : `<${open}>${toMarkup(branch.children)}</${branch.tag}>`;
}

function attributesMarkup(attributes: Exclude<Branch, string>['attributes']): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      const text = attributeText(value);
      if (text === undefined) return '';
      return text === '' ? ` ${name}` : ` ${name}="${escape(text, /[&<>"]/g, attributeEscapes)}"`;
    })
    .join('');
}

function escape(text: string, pattern: RegExp, escapes: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (character) => escapes[character] ?? character);
}
