import { validateString } from '../../errors/validate.ts';

/** Text as it stands in source, and text without the codes of a terminal. */

/** Control characters, the backslash, and halves of characters. */
const needEscape =
  /[\x00-\x1f\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const named: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\\': '\\\\',
};

function escaped(unit: string): string {
  const name = named[unit];
  if (name !== undefined) return name;
  const code = unit.charCodeAt(0);
  const digits = code.toString(16);
  return code < 256 ? `\\x${digits.toUpperCase().padStart(2, '0')}` : `\\u${digits}`;
}

/** The text with what cannot be seen written as escapes. */
export function escapeText(text: string): string {
  return text.replaceAll(needEscape, escaped);
}

/** The name of a symbol stands without quotes, but with its own ones escaped. */
export function escapeSymbol(symbol: symbol): string {
  return escapeText(symbol.toString()).replaceAll("'", "\\'");
}

/** The quotes that need the fewest escapes. */
function quoteFor(text: string): string {
  if (!text.includes("'")) return "'";
  if (!text.includes('"')) return '"';
  return text.includes('`') || text.includes('${') ? "'" : '`';
}

export function quoted(text: string): string {
  const quote = quoteFor(text);
  const inside = escapeText(text);
  return quote + (quote === "'" ? inside.replaceAll("'", "\\'") : inside) + quote;
}

/**
 * Sequences that move a terminal's cursor, color its text, or set its title: ECMA-48 section 5.4,
 * and the operating system commands of xterm.
 */
const control =
  /(?:\u001b\][\s\S]*?(?:\u0007|\u001b\\|\u009c))|[\u001b\u009b][[\]()#;?]*(?:\d{1,4}(?:[;:]\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]/g;

export function stripVTControlCharacters(text: string): string {
  validateString(text, 'str');
  return text.includes('\u001b') || text.includes('\u009b') ? text.replaceAll(control, '') : text;
}
