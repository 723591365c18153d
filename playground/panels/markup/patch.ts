import { attributeText, type Branch, type Twig } from './tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Attributes that belong to the reader: whether a `details` is open outlives a new run. */
const keptAttributes = new Set(['open']);

/**
 * Makes the children of an element what the branches say, with as few changes as possible: a node
 * of the same kind at the same place stays and only its attributes change, so that CSS moves a mark
 * from where it was.
 */
export function patch(parent: Element, branches: readonly Branch[]): void {
  branches.forEach((branch, index) => {
    const current = parent.childNodes[index];
    if (current && fits(current, branch)) update(current, branch);
    else if (current) parent.replaceChild(create(branch, parent), current);
    else parent.appendChild(create(branch, parent));
  });
  while (parent.childNodes.length > branches.length) parent.lastChild?.remove();
}

function fits(node: Node, branch: Branch): boolean {
  if (typeof branch === 'string') return node.nodeType === node.TEXT_NODE;
  return node.nodeType === node.ELEMENT_NODE && (node as Element).localName === branch.tag;
}

function update(node: Node, branch: Branch): void {
  if (typeof branch === 'string') {
    if (node.nodeValue !== branch) node.nodeValue = branch;
    return;
  }
  const element = node as Element;
  updateAttributes(element, branch);
  patch(element, branch.children);
}

function create(branch: Branch, parent: Element): Node {
  const page = parent.ownerDocument;
  if (typeof branch === 'string') return page.createTextNode(branch);
  const namespace = branch.tag === 'svg' ? SVG : parent.namespaceURI;
  const element = page.createElementNS(namespace, branch.tag);
  updateAttributes(element, branch);
  for (const child of branch.children) element.appendChild(create(child, element));
  return element;
}

function updateAttributes(element: Element, { attributes }: Twig): void {
  for (const name of element.getAttributeNames()) {
    const wanted = attributeText(attributes[name]) !== undefined;
    if (!wanted && !keptAttributes.has(name)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    const text = attributeText(value);
    if (text !== undefined && element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}
