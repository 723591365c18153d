import type { RecordContext } from './adr.ts';
import type { GeneratedFile } from './files.ts';

/** Writes the files of one output. Pure: the same design gives the same bytes. */
export type Generator = (context: RecordContext) => readonly GeneratedFile[];
