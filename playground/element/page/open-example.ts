/** The run block of an example's own page, and what that page is called. */
export interface OpenedExample {
  readonly block: HTMLElement;
  readonly name: string;
  readonly href: string;
}

/**
 * Fetches the page of an example and takes its run block out: the block is the same on both pages.
 * @param link to the example's page, with its name
 * @throws {Error} with a sentence, where the page is not to be had
 */
export async function openExample(link: HTMLAnchorElement): Promise<OpenedExample> {
  const response = await fetch(link.href).catch(() => undefined);
  if (!response?.ok) throw new Error(`The example ${link.text} could not be loaded.`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const block = page.querySelector<HTMLElement>('pattern-playground');
  const marks = page.querySelector('svg.trace-marks');
  if (!block) throw new Error(`The page of ${link.text} has no example.`);
  if (marks && !block.contains(marks)) block.prepend(marks);
  return { block: document.adoptNode(block), name: link.text, href: link.pathname };
}
