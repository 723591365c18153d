import { EventEmitter } from 'node:events';
import { Buffer } from 'node:buffer';
import { basename, join, relative, resolve } from 'node:path';
import {
  AbortError,
  validateBoolean,
  validateFunction,
  validateInteger,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { readOptions, readPath, type Options } from '../arguments.ts';
import type { ChangeKind } from '../disk/changes.ts';
import type { DiskNode } from '../disk/nodes.ts';
import { atDisk } from '../fs-error.ts';
import { entriesOf } from '../operations/folders.ts';
import { aboutOperations } from '../operations/about.ts';
import { disk } from '../the-disk.ts';

/** `fs.watch`: the program hears of changes that it makes itself. */

type Tell = (kind: ChangeKind, name: string) => void;

/** Watches a file or a folder, and all below it. @returns the function that ends it */
function watchNode(path: string, node: DiskNode, recursive: boolean, tell: Tell): () => void {
  const ends: (() => void)[] = [];
  const add = (at: string, one: DiskNode): void => {
    const prefix = relative(path, at);
    ends.push(
      disk.changes.watch(one, (kind, name) => {
        // A file that is watched by itself tells with its own name.
        if (one.kind !== 'folder') tell(kind, basename(at));
        else if (name !== undefined) {
          const child = recursive && kind === 'rename' ? one.entries.get(name) : undefined;
          if (child?.kind === 'folder') add(join(at, name), child);
          tell(kind, join(prefix, name));
        }
      }),
    );
    if (!recursive || one.kind !== 'folder') return;
    for (const [name, child] of entriesOf(at))
      if (child.kind === 'folder') add(join(at, name), child);
  };
  add(path, node);
  return () => {
    for (const end of ends) end();
  };
}

export class FSWatcher extends EventEmitter {
  readonly #end: () => void;
  #release: (() => void) | undefined;
  #closed = false;

  constructor(path: string, options: Options) {
    super();
    const node = atDisk({ syscall: 'watch', path }, () => disk.tree.node(path, true));
    const { encoding, persistent = true, recursive = false } = options;
    validateBoolean(persistent, 'options.persistent');
    validateBoolean(recursive, 'options.recursive');
    this.#end = watchNode(path, node, recursive, (kind, name) => {
      const shown = encoding === 'buffer' ? Buffer.from(name) : name;
      machine.loop.poll(() => {
        if (!this.#closed) this.emit('change', kind, shown);
      });
    });
    if (persistent) this.ref();
  }

  ref(): this {
    if (!this.#closed) this.#release ??= machine.loop.hold();
    return this;
  }

  unref(): this {
    this.#release?.();
    this.#release = undefined;
    return this;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#end();
    this.unref();
    machine.loop.nextTick(() => this.emit('close'));
  }
}

export function watch(filename: unknown, given?: unknown, last?: unknown): FSWatcher {
  const listener = typeof given === 'function' ? given : last;
  const options = readOptions<Options>(given);
  const watcher = new FSWatcher(readPath(filename, 'filename'), options);
  if (listener) {
    validateFunction(listener, 'listener');
    watcher.on('change', listener as never);
  }
  const signal = options['signal'] as AbortSignal | undefined;
  if (signal?.aborted) machine.loop.nextTick(() => watcher.close());
  else signal?.addEventListener('abort', () => watcher.close(), { once: true });
  return watcher;
}

interface Change {
  readonly eventType: ChangeKind;
  readonly filename: string | Buffer;
}

/** `watch` of `node:fs/promises`: an async iterable of changes. */
export async function* watchLater(filename: unknown, given?: unknown): AsyncGenerator<Change> {
  const options = readOptions<Options>(given);
  const signal = options['signal'] as AbortSignal | undefined;
  if (signal?.aborted) throw new AbortError(signal.reason);
  const watcher = watch(filename, { ...options, signal: undefined });
  const waiting: Change[] = [];
  let wake = (): void => undefined;
  watcher.on('change', (eventType: ChangeKind, name: string | Buffer) => {
    waiting.push({ eventType, filename: name });
    wake();
  });
  signal?.addEventListener('abort', () => wake(), { once: true });
  try {
    for (;;) {
      const change = waiting.shift();
      if (signal?.aborted) throw new AbortError(signal.reason);
      if (change) yield change;
      else await new Promise<void>((resolveWait) => (wake = resolveWait));
    }
  } finally {
    watcher.close();
  }
}

/** `fs.watchFile`: compares what `stat` says from time to time. */
export class StatWatcher extends EventEmitter {
  readonly #path: string;
  readonly #options: Options;
  readonly #timer: ReturnType<typeof machine.loop.timer>;
  #before: ReturnType<StatWatcher['stat']>;

  constructor(path: string, options: Options) {
    super();
    const { interval = 5007, persistent = true } = options;
    validateInteger(interval, 'interval', 0, 2 ** 32 - 1);
    this.#path = path;
    this.#options = options;
    this.#before = this.stat();
    this.#timer = machine.loop.timer(() => this.#look(), interval, interval);
    if (!persistent) this.#timer.unref();
    if (!this.#before) machine.loop.poll(() => this.#tell(undefined, undefined));
  }

  stop(): void {
    this.#timer.cancel();
  }

  ref(): this {
    this.#timer.ref();
    return this;
  }

  unref(): this {
    this.#timer.unref();
    return this;
  }

  stat() {
    return aboutOperations.stat(this.#path, { ...this.#options, throwIfNoEntry: false })();
  }

  #look(): void {
    const now = this.stat();
    const before = this.#before;
    this.#before = now;
    const times = ['ctimeMs', 'mtimeMs', 'size', 'ino'] as const;
    const changed = times.some((name) => valueOf(now, name) !== valueOf(before, name));
    if (changed) this.#tell(now, before);
  }

  #tell(now: unknown, before: unknown): void {
    this.emit('change', now ?? zeros(), before ?? zeros());
  }
}

function valueOf(stats: object | undefined, name: string): unknown {
  return stats && (Reflect.get(stats, name) as unknown);
}

/** What a missing file is said to be. */
function zeros(): object {
  const stats = aboutOperations.stat('/')() as object;
  const empty = Object.create(Object.getPrototypeOf(stats) as object) as object;
  for (const name of Object.keys(stats)) Object.assign(empty, { [name]: 0 });
  return empty;
}

const statWatchers = new Map<string, StatWatcher>();

export function watchFile(filename: unknown, given?: unknown, last?: unknown): StatWatcher {
  const path = resolve(readPath(filename));
  const isOptions = typeof given === 'object' && given !== null;
  const listener = isOptions ? last : given;
  validateFunction(listener, 'listener');
  const known = statWatchers.get(path);
  const watcher = known ?? new StatWatcher(path, isOptions ? (given as Options) : {});
  statWatchers.set(path, watcher);
  watcher.on('change', listener as never);
  return watcher;
}

export function unwatchFile(filename: unknown, listener?: unknown): void {
  const path = resolve(readPath(filename));
  const watcher = statWatchers.get(path);
  if (!watcher) return;
  if (typeof listener === 'function') watcher.removeListener('change', listener as never);
  else watcher.removeAllListeners('change');
  if (watcher.listenerCount('change') > 0) return;
  watcher.stop();
  statWatchers.delete(path);
}
