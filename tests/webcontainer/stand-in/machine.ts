import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command, FromServer, InternalFile, InternalTree } from './protocol.ts';
import { startProcess, type StandInProcess } from './process.ts';

/** Where WebContainer says that the project stands. */
const shownFolder = '/home/app';

type Tell = (message: FromServer) => void;

/** One container: a folder of its own, and the processes that run in it. */
export class Machine {
  readonly #home = realpathSync(mkdtempSync(join(tmpdir(), 'webcontainer-stand-in-')));
  readonly #folder = join(this.#home, 'app');
  readonly #processes = new Map<number, StandInProcess>();
  readonly #tell: Tell;
  readonly #isOld: boolean;
  #last = 0;

  /** @param isOld has Node.js say that it is 22.12 and strip no types */
  constructor(tell: Tell, isOld: boolean) {
    this.#tell = tell;
    this.#isOld = isOld;
    mkdirSync(this.#folder);
  }

  /** Programs that have not ended. */
  get running(): number {
    return this.#processes.size;
  }

  /** What the page may call, by name. */
  readonly calls: Readonly<Record<string, (...args: never[]) => unknown>> = {
    runtimeInfo: () => ({ path: '/bin', cwd: shownFolder }),
    loadFiles: (tree: InternalTree) => this.#write(this.#folder, tree),
    serialize: (path: string) => this.#read(this.#at(path)),
    run: (command: Command) => this.#run(command),
    follow: (id: number) => this.#processes.get(id)?.follow(),
    write: (id: number, text: string) => this.#processes.get(id)?.write(text),
    resize: () => undefined,
    kill: (id: number) => this.#processes.get(id)?.kill(),
    teardown: () => this.end(),
    readFile: (path: string) => readFile(this.#at(path), 'utf8'),
    writeFile: async (path: string, text: string) => {
      await mkdir(dirname(this.#at(path)), { recursive: true });
      await writeFile(this.#at(path), text);
    },
    readdir: (path: string) => readdir(this.#at(path)),
    mkdir: (path: string, options: { recursive?: boolean }) => mkdir(this.#at(path), options),
    rm: (path: string, options: { force?: boolean }) => rm(this.#at(path), options),
    rename: (from: string, to: string) => rename(this.#at(from), this.#at(to)),
  };

  /** Ends every program and removes the folder. */
  async end(): Promise<void> {
    const running = [...this.#processes.values()];
    running.forEach((process) => process.kill());
    await Promise.all(running.map(({ ended }) => ended));
    await rm(this.#home, { recursive: true, force: true, maxRetries: 3 });
  }

  #run({ command, args, env = {}, cwd = '' }: Command): number {
    this.#last += 1;
    const id = this.#last;
    const process = startProcess({
      command,
      args: this.#argumentsOf(command, args),
      env: { ...env, HOME: this.#home },
      folder: this.#at(cwd),
      output: (text) => {
        const shown = text?.replaceAll(this.#folder, shownFolder) ?? null;
        this.#tell({ type: 'output', process: id, text: shown });
      },
      exit: (code) => {
        this.#processes.delete(id);
        this.#tell({ type: 'exit', process: id, code });
      },
      port: (port, state) => {
        this.#tell({ type: 'port', port, state, url: `http://localhost:${port}` });
      },
    });
    this.#processes.set(id, process);
    return id;
  }

  #argumentsOf(command: string, args: readonly string[]): readonly string[] {
    if (!this.#isOld || command !== 'node') return args;
    if (args[0] === '--version') return ['--eval', 'console.log("v22.12.0")'];
    return ['--no-experimental-strip-types', ...args];
  }

  /** @throws {Error} for a path that leads out of the folder */
  #at(path: string): string {
    const found = resolve(this.#folder, path.replace(new RegExp(`^${shownFolder}/?`), ''));
    const fromHere = relative(this.#folder, found);
    if (fromHere.startsWith('..')) throw new Error(`${path} is outside of the container.`);
    return found;
  }

  async #write(folder: string, tree: InternalTree): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [name, entry] of Object.entries(tree.d)) {
      const path = join(folder, name);
      if ('d' in entry) await this.#write(path, entry);
      else await writeEntry(path, entry);
    }
  }

  #read(folder: string): InternalTree {
    const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      const value = entry.isDirectory()
        ? this.#read(path)
        : { f: { c: readFileSync(path, 'utf8') } };
      return [entry.name, value] as const;
    });
    return { d: Object.fromEntries(entries) };
  }
}

async function writeEntry(path: string, { f }: InternalFile): Promise<void> {
  if ('l' in f) await symlink(f.l, path);
  else await writeFile(path, f.c, f.b ? 'latin1' : 'utf8');
}
