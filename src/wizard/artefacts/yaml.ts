import { stringify } from 'yaml';

/**
 * A value as a YAML file, with lines about it as a comment at its head. Strings that YAML 1.1
 * would read as something else ("yes", "0o7") are quoted, since half of all tools still read 1.1.
 * @param value what JSON could hold too; entries that are undefined are left out
 * @param head whole lines, without "#"
 */
export function yamlFile(value: unknown, head: readonly string[]): string {
  const comment = head.map((line) => `${`# ${line}`.trimEnd()}\n`).join('');
  const text = stringify(value, {
    aliasDuplicateObjects: false,
    blockQuote: 'literal',
    compat: 'yaml-1.1',
    lineWidth: 100,
  });
  return `${comment}${text}`;
}
