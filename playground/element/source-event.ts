/** Name of the event at a run block that asks for a line of its code; whoever shows the code takes it. */
export const sourceEvent = 'playground-source';

/** A place in the code of an example, from 1. */
export interface SourceDetail {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
