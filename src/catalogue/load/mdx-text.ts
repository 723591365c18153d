/** What a page's MDX uses, read without compiling it, so that a mistake is told with its line. */

/** A component's tag in the prose. */
export interface ComponentTag {
  readonly name: string;
  /** What stands between the name and `>`. */
  readonly attributes: string;
  readonly line: number;
}

const FENCE = /^[ \t]*(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\k<fence>[^\n]*$|$(?![\s\S]))/;
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/;
const INLINE_CODE = /(?<ticks>`+)[^`\n](?:[^\n]*?[^`\n])?\k<ticks>(?!`)/;
/** Left to right, so that a comment inside a fence is code, and a fence inside a comment is none. */
const UNREAD = new RegExp(`${FENCE.source}|${COMMENT.source}|${INLINE_CODE.source}`, 'gm');
const IMPORT = /^import\s[\s\S]*?\sfrom\s/gm;
const TAG = /<([A-Z]\w*)([^>]*)/g;

/** The text with fenced code and comments blanked; every line stays where it is. */
export function withoutFencesAndComments(text: string): string {
  return text.replace(UNREAD, (match, fence: string | undefined) =>
    fence !== undefined || match.startsWith('{/*') ? blank(match) : match,
  );
}

/**
 * The components that a page's text uses, outside code and comments.
 *
 * @param lineOffset lines of the file before `text` starts
 */
export function componentTagsOf(text: string, lineOffset = 0): readonly ComponentTag[] {
  const read = text.replace(UNREAD, blank);
  return [...read.matchAll(TAG)].map((match) => ({
    name: match[1] ?? '',
    attributes: match[2] ?? '',
    line: lineOffset + read.slice(0, match.index).split('\n').length,
  }));
}

/** The names of components that a page's text imports. */
export function importedNamesOf(text: string): readonly string[] {
  const statements = text.replace(UNREAD, blank).match(IMPORT) ?? [];
  return statements.flatMap((statement) => statement.match(/\b[A-Z]\w*/g) ?? []);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
