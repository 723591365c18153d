import { nothing } from 'lit-html';
import type { SVGTemplateResult, TemplateResult } from 'lit-html';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The last characters before a value that stands alone in an attribute: ` name=`. */
const ATTRIBUTE = /\s([\w-]+)=$/u;

/**
 * A view as HTML, for pages that need no script. It knows texts, lists, views within views, and
 * attributes; a listener or a property has no meaning here.
 *
 * @throws Error for a value that it does not know, since the page would lack it silently
 */
export function staticMarkup(view: TemplateResult | SVGTemplateResult): string {
  const { strings, values } = view;
  return strings.slice(1).reduce((before, after, index) => {
    const value = values[index];
    const name = ATTRIBUTE.exec(before)?.[1];
    if (name === undefined) return before + valueMarkup(value) + after;
    if (value === nothing) return before.slice(0, -name.length - 2) + after;
    return `${before}"${textMarkup(value)}"${after}`;
  }, strings[0] ?? '');
}

function valueMarkup(value: unknown): string {
  if (value === nothing || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(valueMarkup).join('');
  return isView(value) ? staticMarkup(value) : textMarkup(value);
}

function textMarkup(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError(`A static page cannot show a value of the type ${typeof value}.`);
  }
  return String(value).replaceAll(/[&<>"]/gu, (character) => escapes[character] ?? character);
}

function isView(value: unknown): value is TemplateResult {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;
}
