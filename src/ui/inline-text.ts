/** A run of text, or of code. */
export interface TextPart {
  readonly text: string;
  readonly code: boolean;
}

const APOSTROPHE = /(?<=\p{L})'/gu;
const QUOTED = /"([^"]+)"/g;
const UNIT = /(\d) (%|ms|s|min|h|d|kB|MB|GB|KiB|MiB|GiB|requests?\/s|calls?\/s|rps)(?![\w])/g;

/**
 * Splits content text at its backticks, and sets what is not code: curly quotes, and a no-break space
 * between a number and its unit.
 *
 * @param text plain text in which `code` is the only markup
 */
export function inlineText(text: string): readonly TextPart[] {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? { text: part, code: true } : { text: typeset(part), code: false },
    )
    .filter((part) => part.text !== '');
}

/** What a Markdown renderer does for prose: curly quotes, and no break before a unit. */
function typeset(text: string): string {
  return text.replace(APOSTROPHE, '’').replace(QUOTED, '“$1”').replace(UNIT, '$1\u00a0$2');
}

/** Joins each number to its unit with a no-break space. */
export function keepUnits(text: string): string {
  return text.replace(UNIT, '$1\u00a0$2');
}
