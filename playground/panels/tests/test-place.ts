import type { Failure } from './test-report.ts';

/** A place in one of the example's files. */
export interface SourcePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** The fields of an error begin with a brace behind the last line of its stack. */
const PLACE = /([^\s()]+):(\d+):(\d+)\)?(?: \{)?$/;

/**
 * Where a test failed: the first line of its stack that is in a file of the example, else where the
 * test is written.
 *
 * @param files names, such as `breaker.test.ts`, below whatever folder the engine puts them into
 */
export function placeOf(
  { stack, declaredAt }: Pick<Failure, 'stack' | 'declaredAt'>,
  files: readonly string[],
): SourcePlace | undefined {
  for (const line of [...stack.split('\n'), declaredAt]) {
    const [, path, row, column] = PLACE.exec(line.trim()) ?? [];
    if (path === undefined || path.startsWith('node:')) continue;
    const file = files.find((name) => path === name || path.endsWith(`/${name}`));
    if (file !== undefined) return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}
