import { createHash } from 'node:crypto';
import { attributeOf, elementsOf, ownTextOf, type HtmlDocument } from '../html/document.ts';

/** A script or style written into a page, which a strict policy only lets through by its hash. */
export interface InlineCode {
  readonly kind: 'script' | 'style';
  /** `sha256-` and the base64 of the hash of the exact text. */
  readonly hash: string;
  readonly text: string;
}

/** Script types that a browser runs or obeys; everything else is a block of data. */
const EXECUTED_TYPES = new Set([
  '',
  'module',
  'importmap',
  'speculationrules',
  'text/javascript',
  'application/javascript',
  'text/ecmascript',
  'application/ecmascript',
]);

/** @returns Every inline script and style of a page that the policy has to know. */
export function inlineCodeOf(document: HtmlDocument): InlineCode[] {
  const found: InlineCode[] = [];
  for (const element of elementsOf(document)) {
    const type = attributeOf(element, 'type')?.trim().toLowerCase() ?? '';
    const isScript =
      element.tagName === 'script' &&
      attributeOf(element, 'src') === undefined &&
      EXECUTED_TYPES.has(type);
    if (!isScript && element.tagName !== 'style') continue;
    const text = ownTextOf(element);
    found.push({ kind: isScript ? 'script' : 'style', hash: hashOf(text), text });
  }
  return found;
}

/** @returns What the policy would block whatever its hashes: event handlers, `javascript:` links. */
export function forbiddenOf(document: HtmlDocument): string[] {
  return [...elementsOf(document)].flatMap((element) =>
    element.attrs
      .filter(({ name, value }) => /^on[a-z]+$/.test(name) || /^\s*javascript:/i.test(value))
      .map(({ name, value }) => `<${element.tagName} ${name}="${value.slice(0, 80)}">`),
  );
}

/** @returns `sha256-…` as a policy writes it, without the quotes. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
