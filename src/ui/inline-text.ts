/** A run of text, or of code. */
export interface TextPart {
  readonly text: string;
  readonly code: boolean;
}

const UNIT = /(\d) (%|ms|s|min|h|d|kB|MB|GB|KiB|MiB|GiB|requests?\/s|calls?\/s|rps)(?![\w])/g;

/**
 * Splits content text at its backticks, and joins each number to its unit with a no-break space.
 *
 * @param text plain text in which `code` is the only markup
 */
export function inlineText(text: string): readonly TextPart[] {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1
        ? { text: part, code: true }
        : { text: part.replace(UNIT, '$1\u00a0$2'), code: false },
    )
    .filter((part) => part.text !== '');
}
