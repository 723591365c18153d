import { nodeVersion } from '../../node-version.ts';
import type { Fault } from '../../../../engine/contract.ts';
import { faultAt } from '../process/fault.ts';
import { positionAt, type SourcePositions } from '../source-position.ts';
import type { Linker, MissingExport } from './linker.ts';
import { appUrl } from './address.ts';

/** Why the browser refused to link the program. */
export interface LinkFailure {
  readonly message: string;
  /** What Node prints, and the place; undefined where a parser must find that first. */
  readonly found: { readonly report: string; readonly fault: Fault | undefined } | undefined;
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
  return { message, found: missing && find(missing, positions) };
}

function find({ file, at, name, message }: MissingExport, positions: SourcePositions) {
  const url = appUrl + file;
  const position = positionAt(url, positions.text(url) ?? '', at);
  const carets = ' '.repeat(position.column - 1) + '^'.repeat(name.length);
  const place = `${url}:${position.line}\n${positions.line(position)}\n${carets}\n`;
  const report = `${place}SyntaxError: ${message}\n\nNode.js ${nodeVersion}\n`;
  return { report, fault: faultAt(position, `SyntaxError: ${message}`) };
}
