import { createHash } from 'node:crypto';
import type { RecordContext } from '../../../../src/wizard/artefacts/adr.ts';
import type { GeneratedFile } from '../../../../src/wizard/artefacts/files.ts';

/** What a check finds wrong with a file of a design, in sentences. */
export type FileCheck = (
  file: GeneratedFile,
  design: Written,
) => readonly string[] | Promise<readonly string[]>;

/** A design with all files of its download, by their paths. */
export interface Written {
  readonly context: RecordContext;
  readonly texts: ReadonlyMap<string, string>;
}

/** A check that looks at the text alone: equal texts are put to it once. */
export function ofText(
  mistakes: (text: string, path: string) => readonly string[] | Promise<readonly string[]>,
): FileCheck {
  const seen = new Set<string>();
  return ({ text, path }) => {
    const key = createHash('sha1').update(text).digest('base64');
    if (seen.has(key)) return [];
    seen.add(key);
    return mistakes(text, path);
  };
}
