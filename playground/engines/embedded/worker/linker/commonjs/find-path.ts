import type { NodeProcess } from '../../process/process.ts';
import { projectPath } from '../address.ts';
import { packageJsonIn } from '../package-json.ts';
import { resolvePath, type ProjectFiles } from './project-files.ts';

/** Node's search for the file that `require` means; @see https://nodejs.org/api/modules.html#all-together */
export class PathFinder {
  readonly #files: ProjectFiles;
  readonly #warn: NodeProcess['emitWarning'];

  constructor(files: ProjectFiles, warn: NodeProcess['emitWarning']) {
    this.#files = files;
    this.#warn = warn;
  }

  /**
   * @param base absolute path as it was asked for
   * @param extensions in the order in which they are tried
   * @throws {Error} MODULE_NOT_FOUND where the `main` of a package leads nowhere
   */
  find(base: string, request: string, extensions: readonly string[]): string | undefined {
    const onlyFolder =
      /(?:^|\/)\.{0,2}\/?$/.test(request) && /(?:\/|^\.{1,2}|\/\.{1,2})$/.test(request);
    if (!onlyFolder) {
      const file = this.#file(base) ?? this.#withExtension(base, extensions);
      if (file !== undefined) return file;
    }
    return this.#files.kind(base) === 'folder'
      ? this.#package(base, request, extensions)
      : undefined;
  }

  #file(path: string): string | undefined {
    return this.#files.kind(path) === 'file' ? path : undefined;
  }

  #withExtension(path: string, extensions: readonly string[]): string | undefined {
    return extensions.map((one) => path + one).find((one) => this.#files.kind(one) === 'file');
  }

  #package(folder: string, request: string, extensions: readonly string[]): string | undefined {
    const index = (): string | undefined => this.#withExtension(`${folder}/index`, extensions);
    const main = packageJsonIn(projectPath(`${folder}/`) ?? '', this.#files.files)?.main;
    if (!main) return index();
    const named = resolvePath(folder, main);
    const found =
      this.#file(named) ??
      this.#withExtension(named, extensions) ??
      this.#withExtension(`${named}/index`, extensions);
    if (found !== undefined) return found;
    const config = `${folder}/package.json`;
    const instead = index();
    if (instead === undefined) throw badMain(named, config, request);
    this.#warn(
      `Invalid 'main' field in '${config}' of '${main}'. Please either fix that or report it to the module author`,
      'DeprecationWarning',
      'DEP0128',
    );
    return instead;
  }
}

function badMain(named: string, path: string, requestPath: string): Error {
  const message = `Cannot find module '${named}'. Please verify that the package.json has a valid "main" entry`;
  return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND', path, requestPath });
}
