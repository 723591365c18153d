import type { GeneratedFile } from '../../artefacts/files.ts';

/** The files of a result, and the one in the viewer. */
export interface WrittenFiles {
  readonly files: readonly GeneratedFile[];
  readonly shown: GeneratedFile;
}

/** @param path of the file to show; the first one where there is none at this path */
export function writtenFiles(
  files: readonly GeneratedFile[],
  path: string | undefined,
): WrittenFiles {
  const shown = files.find((file) => file.path === path) ?? files[0];
  if (shown === undefined) throw new Error('A result without files.');
  return { files, shown };
}
