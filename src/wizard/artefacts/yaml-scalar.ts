/** Begins like text, and holds nothing that ends a plain scalar (YAML 1.2.2, section 7.3.3). */
const plain = /^(?:[\p{L}_$(/]|\.{1,2}\/)(?:[^:#]|:(?! |$)|(?<! )#)*$/u;

/** A quantity such as `5m`, `512Mi` or `80%`: begins like a number and is none in any version. */
const quantity = /^\d+(?!x)[a-z%]+$/iu;

/** Words that YAML 1.1 or 1.2 reads as true, false or nothing. */
const reserved = /^(?:y|yes|n|no|on|off|true|false|null)$/iu;

/** What no scalar may hold as it is: controls, spaces that are none, line ends of Unicode, halves of pairs. */
const unprintable = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;
const everyUnprintable = /[\u007f-\u00a0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/gu;

/** Several lines that keep their shape as a literal block (section 8.1.2). */
const lines = /^[^\s][^\n]*(?:\n+[^\n]+)*\n?$/u;

/**
 * Text as YAML: bare where every reader takes it for text, as a block where it has several lines
 * and there is room for them, otherwise in double quotes as JSON writes them.
 * @param indent of the lines of a block; without it, as for a key, there is none
 */
export function yamlScalar(text: string, indent?: string): string {
  if (isBare(text)) return text;
  if (indent !== undefined && isBlock(text)) return block(text, indent);
  return JSON.stringify(text).replace(
    everyUnprintable,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isBare(text: string): boolean {
  if (text.endsWith(' ') || unprintable.test(text)) return false;
  return quantity.test(text) || (plain.test(text) && !reserved.test(text));
}

function isBlock(text: string): boolean {
  return text.includes('\n') && lines.test(text) && !unprintable.test(text.replaceAll('\n', ''));
}

function block(text: string, indent: string): string {
  const isEnded = text.endsWith('\n');
  const body = isEnded ? text.slice(0, -1) : text;
  const indented = body.replace(/^(?=.)/gmu, indent === '' ? '  ' : indent);
  return `${isEnded ? '|' : '|-'}\n${indented}`;
}
