import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

/** YAML that remembers where each value stands. */
export interface LocatedYaml {
  readonly value: unknown;
  /** Line of the value at `path`, or of its nearest parent that exists. */
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
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
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
