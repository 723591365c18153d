/**
 * What a terminal would take for a command: colors and cursor moves (CSI), titles and links (OSC),
 * as ECMA-48 writes them.
 */
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;

/**
 * Control characters but tab and newline, marks that change the direction of text, characters without
 * a width, tags, and halves of a character. The joiners of emoji and of Persian stay.
 */
const UNSEEN =
  /(?![\t\n])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * Text of an example with everything in it visible: a program must not be able to show one thing
 * and mean another. Colors for a terminal go, a line may end in CR LF.
 */
export function visibleText(text: string): string {
  return text.replace(ANSI, '').replace(/\r\n/g, '\n').replace(UNSEEN, codePoint);
}

/** What most names are: printable ASCII with single spaces between. Thousands come in a trace. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The same for a name in a drawing: one line, and not a long one. */
export function visibleLabel(text: string, longest = 60): string {
  if (text.length <= longest && PLAIN.test(text)) return text;
  const line = visibleText(text.slice(0, 4 * longest))
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}
