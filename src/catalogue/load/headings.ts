import { withoutFencesAndComments } from './mdx-text.ts';

/** One heading of a page's Markdown. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Anchor: GitHub's slug, as the site renders it. */
  readonly slug: string;
  readonly line: number;
}

const HEADING = /^(#{2,4})\s+(.+?)\s*$/;

/**
 * The headings of a page's text, outside code and comments.
 *
 * @param lineOffset lines of the file before `markdown` starts
 */
export function headingsOf(markdown: string, lineOffset = 0): readonly Heading[] {
  return withoutFencesAndComments(markdown)
    .split('\n')
    .flatMap((line, index) => {
      const match = HEADING.exec(line);
      if (!match?.[1] || !match[2]) return [];
      const text = match[2].replaceAll('`', '');
      return [{ depth: match[1].length, text, slug: slugOf(text), line: lineOffset + index + 1 }];
    });
}

/** GitHub's rule: lower case, punctuation dropped, spaces to hyphens. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
