import { yamlScalar } from './yaml-scalar.ts';

/**
 * A value as a YAML file, with lines about it as a comment at its head. Strings that YAML 1.1
 * would read as something else ("yes", "0o7") are quoted, since half of all tools still read 1.1.
 * A library writes the same ten times slower, and the page waits for it.
 * @param value what JSON could hold too; entries that are undefined are left out
 * @param head whole lines, without "#"
 */
export function yamlFile(value: unknown, head: readonly string[]): string {
  const comment = head.map((line) => `${`# ${line}`.trimEnd()}\n`).join('');
  const isBlock = entriesOf(value).length > 0;
  return `${comment}${isBlock ? blockOf(value, '') : `${flatOf(value, '')}\n`}`;
}

/** The lines of a map or a list that has entries, each with its line break. */
function blockOf(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return value.map((entry) => `${indent}- ${besideDash(entry, deeper)}`).join('');
  }
  let text = '';
  for (const [key, entry] of entriesOf(value)) {
    const isBlock = entriesOf(entry).length > 0;
    const after = isBlock ? `\n${blockOf(entry, deeper)}` : ` ${flatOf(entry, deeper)}\n`;
    text += `${indent}${yamlScalar(key)}:${after}`;
  }
  return text;
}

/** What stands after a dash: the first line of a block does, too. */
function besideDash(entry: unknown, indent: string): string {
  const isBlock = entriesOf(entry).length > 0;
  return isBlock ? blockOf(entry, indent).slice(indent.length) : `${flatOf(entry, indent)}\n`;
}

/** What needs no lines of its own; text of several lines brings them, so indented. */
function flatOf(value: unknown, indent: string): string {
  if (typeof value === 'string') return yamlScalar(value, indent);
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'object' && value !== null) return '{}';
  return JSON.stringify(value ?? null);
}

/** The entries of a map or a list; nothing else has any. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([, entry]) => Array.isArray(value) || entry !== undefined);
}
