import type { Fault } from '../../../engine/contract.ts';

/** Why a program cannot begin. */
export interface Report {
  /** What stderr says: Node's own lines. */
  readonly report: string;
  /** The place, where it is known. */
  readonly fault: Fault | undefined;
}
