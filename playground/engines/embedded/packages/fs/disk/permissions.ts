import { owner } from './disk.ts';
import type { DiskNode } from './nodes.ts';

/** What the program's user may do. */

export const read = 4;
export const write = 2;

/** @param wanted the sum of `read`, `write` and 1, to execute */
export function may(node: DiskNode, wanted: number): boolean {
  const shift = node.uid === owner ? 6 : node.gid === owner ? 3 : 0;
  return ((node.mode >> shift) & wanted) === wanted;
}

/** @param access 0 to read, 1 to write, 2 for both */
export function mayOpen(node: DiskNode, access: number): boolean {
  const wanted = [read, write, read | write][access] ?? 0;
  return may(node, wanted);
}
