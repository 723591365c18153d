import { attributeOf, elementsOf, type HtmlDocument } from '../html/document.ts';
import { policyText, type Policy } from './policy.ts';

/** Browsers look for the character encoding in so many bytes from the start. */
const CHARSET_WINDOW_BYTES = 1024;

/**
 * Writes the policy into a page, before anything that it is to govern: a meta policy does not bind
 * what stands above it. Only the encoding goes first, which has to be near the top of the file.
 *
 * @param html Source of the page.
 * @param document The same page, parsed with offsets.
 * @throws {Error} When the page has a policy already, or declares its encoding too late.
 */
export function insertPolicy(html: string, document: HtmlDocument, policy: Policy): string {
  const elements = [...elementsOf(document)];
  const hasPolicy = elements.some(
    (element) => attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  if (hasPolicy) throw new Error('The page has a policy already: build into an empty folder.');
  const offset = offsetForPolicy(document);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyText(policy)}">`;
  const withPolicy = html.slice(0, offset) + meta + html.slice(offset);
  const charset = withPolicy.search(/<meta charset/i);
  if (Buffer.byteLength(withPolicy.slice(0, charset)) > CHARSET_WINDOW_BYTES) {
    throw new Error('The page declares its encoding too late: make <meta charset> first in head.');
  }
  return withPolicy;
}

function offsetForPolicy(document: HtmlDocument): number {
  const [head] = elementsOf(document).filter(({ tagName }) => tagName === 'head');
  const first = head?.childNodes.find((child) => 'tagName' in child);
  if (first?.tagName === 'meta' && attributeOf(first, 'charset') !== undefined) {
    return first.sourceCodeLocation?.endOffset ?? 0;
  }
  const doctype = document.childNodes.find(({ nodeName }) => nodeName === '#documentType');
  return (
    head?.sourceCodeLocation?.startTag?.endOffset ?? doctype?.sourceCodeLocation?.endOffset ?? 0
  );
}
