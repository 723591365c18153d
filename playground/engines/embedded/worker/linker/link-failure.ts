import { nodeVersion } from '../../node-version.ts';
import type { SourcePositions } from '../source-position.ts';
import type { Linker, MissingExport } from './linker.ts';
import { appUrl } from './address.ts';

/** Why the browser refused to link the program. */
export interface LinkFailure {
  readonly message: string;
  /** What Node prints; undefined where a parser must find the place first. */
  readonly report: string | undefined;
}

/**
 * Tells a program that could not begin from one that failed: only the browser makes a syntax error
 * that no line of the program threw.
 */
export function linkFailure(
  error: unknown,
  linker: Linker,
  positions: SourcePositions,
): LinkFailure | undefined {
  if (!(error instanceof SyntaxError) || positions.of(error)) return undefined;
  const { message } = error;
  const missing = linker.missingExport(message);
  return { message, report: missing && report(missing, positions) };
}

function report({ file, at, name, message }: MissingExport, positions: SourcePositions): string {
  const url = appUrl + file;
  const before = (positions.text(url) ?? '').slice(0, at).split('\n');
  const position = { file: url, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  const carets = ' '.repeat(position.column - 1) + '^'.repeat(name.length);
  const place = `${url}:${position.line}\n${positions.line(position)}\n${carets}\n`;
  return `${place}SyntaxError: ${message}\n\nNode.js ${nodeVersion}\n`;
}
