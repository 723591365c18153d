import type { Behavior } from '../model/system.ts';
import type { RecordContext } from './adr.ts';
import type { GeneratedFile } from './files.ts';

/** A design with all that its files are made from. */
export interface DesignContext extends RecordContext {
  readonly architecture: RecordContext['architecture'] & Behavior;
}

export type Whole = DesignContext['architecture'];

/** Writes the files of one output. Pure: the same design gives the same bytes. */
export type Generator = (context: DesignContext) => readonly GeneratedFile[];
