import { nodeVersion } from '../../node-version.ts';
import type { Report } from '../report.ts';
import type { TypeScriptFault } from './typescript-fault.ts';

/**
 * What Node prints for TypeScript that it refuses: the place with a line before and after.
 *
 * @param file its path in the project
 * @param text of the file
 */
export function faultReport(file: string, text: string, fault: TypeScriptFault): Report {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const first = placeOf(text, fault.start);
  const last = placeOf(text, Math.max(fault.start, fault.end - 1));
  const excerpt =
    first.line === last.line ? marked(lines, first, last) : barred(lines, first, last);
  const words = `SyntaxError [${fault.code}]: ${fault.message}`;
  return {
    report:
      `file:///app/${file}:${first.line + 1}\n${excerpt.join('\n')}\n\n` +
      `${words} {\n  code: '${fault.code}'\n}\n\nNode.js ${nodeVersion}\n`,
    fault: { file, line: first.line + 1, column: first.column + 1, message: words },
  };
}

/** Both from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

const widened = (text: string): string => text.replaceAll('\t', '    ');

function marked(lines: readonly string[], first: Place, last: Place): readonly string[] {
  const line = lines[first.line] ?? '';
  const indent = ' '.repeat(widened(line.slice(0, first.column)).length);
  const width = widened(line.slice(first.column, last.column + 1)).length;
  const carets = indent + '^'.repeat(Math.max(1, width));
  return [...around(lines, first.line - 1), widened(line), carets, ...around(lines, last.line + 1)];
}

/** What spans lines is marked at its first line and at its last. */
function barred(lines: readonly string[], first: Place, last: Place): readonly string[] {
  const inside = lines
    .slice(first.line, last.line + 1)
    .map((line, index, all) => (index % (all.length - 1) === 0 ? '  > ' : '    ') + widened(line));
  const indented = (line: string): string => `    ${line}`;
  return [
    ...around(lines, first.line - 1).map(indented),
    ...inside,
    ...around(lines, last.line + 1).map(indented),
  ];
}

/** One line, or none: the text's end is no line. */
function around(lines: readonly string[], index: number): readonly string[] {
  const line = lines[index];
  const isEnd = index === lines.length - 1 && line === '';
  return line === undefined || isEnd ? [] : [widened(line)];
}
