import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** An element of a built page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
/** A parsed page. */
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/**
 * Parses a page as a browser would. What stands in `noscript` is parsed as elements, since some
 * readers get it. Nodes know their offsets in the source.
 */
export function parseHtml(html: string): HtmlDocument {
  return parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true });
}

/** Every element below a node in document order, those of templates included. */
export function* elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Generator<HtmlElement> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elementsOf(child);
    if ('content' in child) yield* elementsOf(child.content);
  }
}

/** @returns The attribute's value, or `undefined` without the attribute. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** @returns The text directly inside an element, as the parser decodes it. */
export function ownTextOf(element: HtmlElement): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
