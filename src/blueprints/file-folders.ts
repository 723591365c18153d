import type { GeneratedFile } from '../wizard/artefacts/files.ts';

/** A folder of the tree, with the files that stand in it and in the folders below it. */
export interface FileFolder {
  /** As in "adr/"; empty for the root. */
  readonly path: string;
  readonly files: readonly GeneratedFile[];
}

/** The files by their first folder; what stands in none comes first. */
export function fileFolders(files: readonly GeneratedFile[]): readonly FileFolder[] {
  const byFolder = Map.groupBy(files, ({ path }) => path.slice(0, path.indexOf('/') + 1));
  return [...byFolder]
    .map(([path, own]) => ({ path, files: own }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
