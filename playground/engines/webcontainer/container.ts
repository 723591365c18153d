import type { FileSystemTree, WebContainer, WebContainerProcess } from '@webcontainer/api';
import type { Project } from '../../engine/contract.ts';
import { EngineError } from '../../engine/errors.ts';
import { insideFolder, projectTree, type Dependencies, type ProjectTree } from './project-tree.ts';

/** The first Node.js 22 that strips types unasked. */
const firstThatStrips = [22, 18] as const;
/** Lines of npm's report that are shown when it fails. */
const shownLines = 6;

/** A WebContainer that runs, and what has been put into it. */
export class Container {
  readonly web: WebContainer;
  readonly #stripsTypes: boolean;
  #copied: readonly string[] = [];
  #installed = '{}';

  private constructor(web: WebContainer, nodeVersion: string) {
    this.web = web;
    const [major = 0, minor = 0] = nodeVersion.replace(/^v/, '').split('.').map(Number);
    const [firstMajor, firstMinor] = firstThatStrips;
    this.#stripsTypes = major > firstMajor || (major === firstMajor && minor >= firstMinor);
  }

  static async of(web: WebContainer): Promise<Container> {
    const { output } = await runToEnd(await web.spawn('node', ['--version']));
    return new Container(web, /v\d+\.\d+\.\d+/.exec(output)?.[0] ?? '');
  }

  /** Environment that every program gets besides its own. */
  get environment(): Readonly<Record<string, string>> {
    const trace = { TRACE: 'json', NO_COLOR: '1' };
    if (this.#stripsTypes) return trace;
    return { ...trace, NODE_OPTIONS: `--import ./${insideFolder}/prepared-types.mjs` };
  }

  /** Puts the project's files into the working folder; those of an earlier one go. */
  async copy(project: Project): Promise<ProjectTree> {
    const own = await import('virtual:embedded-engine/container-files');
    const tree = projectTree(project, own.default, this.#stripsTypes);
    const stale = this.#copied.filter((path) => !(path in tree.files));
    await Promise.all(stale.map((path) => this.web.fs.rm(path, { force: true })));
    this.#copied = Object.keys(tree.files);
    await this.web.mount(toFolders(tree.files));
    return tree;
  }

  needsInstall(dependencies: Dependencies): boolean {
    return JSON.stringify(dependencies) !== this.#installed;
  }

  /**
   * Runs `npm install`.
   * @throws {EngineError} `install-failed`, with the end of npm's report
   */
  async install(dependencies: Dependencies, signal?: AbortSignal): Promise<void> {
    const npm = await this.web.spawn('npm', ['install', '--no-audit', '--no-fund']);
    const stop = (): void => npm.kill();
    signal?.addEventListener('abort', stop, { once: true });
    const { code, output } = await runToEnd(npm);
    signal?.removeEventListener('abort', stop);
    signal?.throwIfAborted();
    if (code !== 0) throw new EngineError('install-failed', lastLines(output));
    this.#installed = JSON.stringify(dependencies);
  }
}

async function runToEnd(
  process: WebContainerProcess,
): Promise<{ readonly code: number; readonly output: string }> {
  let output = '';
  const read = process.output.pipeTo(
    new WritableStream({
      write: (text) => {
        output += text;
      },
    }),
  );
  const code = await process.exit;
  await read;
  return { code, output };
}

function lastLines(report: string): string {
  const lines = report.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(-shownLines).join('\n');
}

/** `{ 'lib/a.ts': text }` as the tree of folders that `mount` takes. */
function toFolders(files: ProjectTree['files']): FileSystemTree {
  const root: FileSystemTree = {};
  for (const [path, contents] of Object.entries(files)) {
    const folders = path.split('/');
    const name = folders.pop() ?? path;
    let folder = root;
    for (const step of folders) {
      const known = folder[step];
      const directory = known && 'directory' in known ? known.directory : {};
      folder[step] = { directory };
      folder = directory;
    }
    folder[name] = { file: { contents } };
  }
  return root;
}
