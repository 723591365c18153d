/** Where a program believes to stand: paths in a project, on a disk, and as addresses. */

/** Folder of the project, as the program sees it. */
export const appFolder = '/app/';
export const appUrl = 'file:///app/';

/** Every folder from the file's own up to the top, each with a slash at its end. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return [...parts.keys(), parts.length]
    .map((count) =>
      parts
        .slice(0, count)
        .map((part) => `${part}/`)
        .join(''),
    )
    .reverse();
}

/** @returns path inside the project; undefined for one outside */
export function projectPath(full: string): string | undefined {
  return full.startsWith(appFolder) ? full.slice(appFolder.length) : undefined;
}
