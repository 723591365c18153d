import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Problem } from './problem.ts';

/** YAML that remembers where each value stands. */
export interface LocatedYaml {
  readonly value: unknown;
  /** Line of the key or the item at `path`, or of its nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number;
  readonly problems: readonly Problem[];
}

/**
 * Parses YAML and keeps the line of every value.
 *
 * @param text the YAML
 * @param file path for messages
 * @param lineOffset lines of the file before the YAML starts
 */
export function parseYamlWithLines(text: string, file: string, lineOffset = 0): LocatedYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset;

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(document, path.slice(0, length));
      if (offset !== undefined) return lineAt(offset);
    }
    return lineOffset + 1;
  };

  const problems = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    what: error.message.split('\n')[0] ?? 'not valid YAML',
    whatToDo: 'Mend the YAML; quote text that holds a colon, a hash or a leading quote.',
  }));
  const value: unknown = problems.length === 0 ? document.toJS() : undefined;
  return { value, lineOf, problems };
}

/** Where a key starts, or an item of a list; a value may start on a later line than its key. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent: unknown =
    path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  const node: unknown = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
