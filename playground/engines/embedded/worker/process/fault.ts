import type { Fault } from '../../../../engine/contract.ts';
import { longestFault } from '../../protocol.ts';
import { projectPath } from '../linker/address.ts';
import type { Position } from '../machine.ts';
import type { SourcePositions } from '../source-position.ts';

/**
 * What an error that ends the program is, and where, for the page to mark.
 * @param thrownAt where it was thrown; without it, where it was made or which import it is about
 * @returns undefined where no file of the project has to do with it
 */
export function faultOf(
  error: unknown,
  positions: SourcePositions,
  thrownAt?: Position,
): Fault | undefined {
  const made = error instanceof Error ? positions.faultOf(error) : undefined;
  const place = thrownAt ?? made;
  return place && faultAt(place, nameOf(error));
}

export function faultAt({ file, line, column }: Position, message: string): Fault | undefined {
  // Stacks name a CommonJS file by its path alone.
  const path = projectPath(file.replace(/^file:\/\//, ''));
  const [first = ''] = message.split('\n');
  return path === undefined
    ? undefined
    : { file: path, line, column, message: first.slice(0, longestFault) };
}

/** Errors are the program's own: asking one for its name may throw. */
function nameOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}
