import { elementsOf, type HtmlDocument } from '../html/document.ts';
import { extendPolicy, type Policy } from './policy.ts';

/** Pages that carry a certain element need more than the base policy. */
export interface PageKind {
  /** Name of the custom element that asks for it. */
  readonly element: string;
  readonly additions: Policy;
}

/** @returns What a page's policy needs besides the base policy and its own hashes. */
export function additionsFor(document: HtmlDocument, kinds: readonly PageKind[]): Policy {
  const names = new Set([...elementsOf(document)].map(({ tagName }) => tagName));
  return kinds
    .filter(({ element }) => names.has(element))
    .reduce<Policy>((policy, { additions }) => extendPolicy(policy, additions), {});
}
