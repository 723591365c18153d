import { projectPath } from '../address.ts';

type Files = Readonly<Record<string, string>>;

/** A project's files by absolute path. */
export class ProjectFiles {
  readonly files: Files;
  readonly #folders = new Set<string>();

  constructor(files: Files) {
    this.files = files;
    for (const path of Object.keys(files)) {
      const parts = path.split('/').slice(0, -1);
      for (const count of [...parts.keys(), parts.length])
        this.#folders.add(parts.slice(0, count).join('/'));
    }
  }

  read(full: string): string | undefined {
    const path = projectPath(full);
    return path !== undefined && Object.hasOwn(this.files, path) ? this.files[path] : undefined;
  }

  kind(full: string): 'file' | 'folder' | undefined {
    if (this.read(full) !== undefined) return 'file';
    const path = projectPath(`${full.replace(/\/+$/, '')}/`)?.replace(/\/$/, '');
    return path !== undefined && this.#folders.has(path) ? 'folder' : undefined;
  }
}

/** Puts an absolute path and a relative one together, without `.` and `..`. */
export function resolvePath(from: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${from}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
