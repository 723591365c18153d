/** One heading of a page's Markdown. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Anchor: GitHub's slug, as the site renders it. */
  readonly slug: string;
  readonly line: number;
}

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^(#{2,4})\s+(.+?)\s*$/;

/**
 * The headings of Markdown text, outside code fences.
 *
 * @param lineOffset lines of the file before `markdown` starts
 */
export function headingsOf(markdown: string, lineOffset = 0): readonly Heading[] {
  const headings: Heading[] = [];
  let inFence = false;
  markdown.split('\n').forEach((line, index) => {
    if (FENCE.test(line)) inFence = !inFence;
    const match = inFence ? null : HEADING.exec(line);
    if (!match?.[1] || !match[2]) return;
    const text = match[2].replaceAll('`', '');
    headings.push({
      depth: match[1].length,
      text,
      slug: slugOf(text),
      line: lineOffset + index + 1,
    });
  });
  return headings;
}

/** GitHub's rule: lower case, punctuation dropped, spaces to hyphens. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
