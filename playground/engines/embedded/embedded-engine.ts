import {
  defaultLimits,
  type Capability,
  type Engine,
  type Limits,
  type PrepareOptions,
  type Progress,
  type Project,
  type Run,
  type RunOptions,
  type Sinks,
  type Support,
} from '../../engine/contract.ts';
import { EngineError } from '../../engine/errors.ts';
import { AssetStore } from './host/asset-store.ts';
import { Cage, type CageTexts } from './host/cage.ts';
import { EmbeddedRun } from './host/embedded-run.ts';
import { prepareTypeScript } from './host/prepare-typescript.ts';
import {
  namedPackages,
  offeredPackages,
  type Asset,
  type PackageIndex,
} from './packages/choose.ts';
import type { Assets, Job } from './protocol.ts';

interface Texts extends CageTexts {
  readonly packages: PackageIndex;
}

/** Our own Node-compatible engine: a Worker in an opaque frame. It needs no network once loaded. */
export class EmbeddedEngine implements Engine {
  readonly label = 'the built-in engine';
  readonly capabilities: ReadonlySet<Capability> = new Set([
    'async-context',
    'separate-stderr',
    'websocket',
  ]);
  #texts: Promise<Texts> | undefined;
  #spare: Cage | undefined;
  #running: EmbeddedRun | undefined;
  readonly #assets = new AssetStore();
  #closed = false;

  support(): Support {
    return { ok: true };
  }

  async load(project?: Pick<Project, 'files'>): Promise<void> {
    const texts = await this.#load();
    if (project) await fetchPackages(project, texts);
  }

  async prepare({ signal, onStage }: PrepareOptions = {}): Promise<void> {
    onStage?.('loading');
    const texts = await this.#load();
    signal?.throwIfAborted();
    onStage?.('starting');
    const cage = this.#spare ?? this.#cage(texts, false);
    await cage.ready.catch(didNotStart);
    signal?.throwIfAborted();
  }

  async run(project: Project, sinks: Sinks, options: RunOptions = {}): Promise<Run> {
    const { signal } = options;
    signal?.throwIfAborted();
    checkProject(project);
    const limits = { ...defaultLimits, ...options.limits };
    const run = this.#take(new EmbeddedRun(limits, sinks));
    signal?.addEventListener('abort', () => run.stop(), { once: true });
    try {
      await this.#start(run, project, limits, options.onStage);
      signal?.throwIfAborted();
      return run;
    } catch (error) {
      run.stop();
      throw error;
    }
  }

  dispose(): void {
    this.#closed = true;
    this.#running?.stop();
    this.#spare?.remove();
    this.#spare = undefined;
  }

  /** Makes this the run that counts. When it ends, the cage for the next one is made. */
  #take(run: EmbeddedRun): EmbeddedRun {
    if (this.#closed) throw new EngineError('engine-closed');
    this.#running?.stop();
    this.#running = run;
    return run;
  }

  async #start(
    run: EmbeddedRun,
    project: Project,
    limits: Limits,
    onStage?: RunOptions['onStage'],
  ): Promise<void> {
    onStage?.('loading');
    const texts = await this.#load();
    if (run.over) return;
    const files = assetsOf(project, texts);
    const compiles = files.length > 0;
    // The frame starts while the packages come.
    const cage = this.#cage(texts, compiles);
    const stopped = new AbortController();
    void run.done.then(() => stopped.abort());
    const waiting = {
      signal: stopped.signal,
      onProgress: (progress: Progress) => onStage?.('loading', progress),
    };
    const [packages, assets, typed] = await Promise.all([
      fetchPackages(project, texts),
      this.#assets.fetch(files, waiting).catch(unlessOver(run)),
      prepareTypeScript(project).catch(didNotLoad),
    ]);
    if (run.over) return;
    if ('report' in typed) {
      run.fail(typed.report);
      return;
    }
    onStage?.('starting');
    await cage.ready.catch((cause: unknown) => (run.over ? undefined : didNotStart(cause)));
    if (run.over) return;
    this.#spare = undefined;
    onStage?.('running');
    const offered = offeredPackages(texts.packages);
    run.begin(cage, jobOf(project, typed.files, { packages, offered, limits }), assets);
    void run.done.then(() => {
      if (this.#running === run && !this.#closed) this.#cage(texts, compiles);
    });
  }

  /** The spare cage of that kind, made where there is none. It waits without a heartbeat. */
  #cage(texts: Texts, compiles: boolean): Cage {
    if (this.#closed) throw new EngineError('engine-closed');
    if (this.#spare?.compiles === compiles) return this.#spare;
    this.#spare?.remove();
    const onLost = (): void => {
      if (this.#spare === cage) this.#spare = undefined;
    };
    const cage = new Cage(texts, { compiles, onLost });
    this.#spare = cage;
    return cage;
  }

  #load(): Promise<Texts> {
    this.#texts ??= fetchTexts().catch((cause: unknown) => {
      this.#texts = undefined;
      throw new EngineError('did-not-load', undefined, { cause });
    });
    return this.#texts;
  }
}

async function fetchTexts(): Promise<Texts> {
  const [frame, worker, packages] = await Promise.all([
    import('virtual:embedded-engine/frame'),
    import('virtual:embedded-engine/worker'),
    import('virtual:embedded-engine/packages'),
  ]);
  return {
    frameScript: frame.script,
    frameHash: frame.hash,
    worker: worker.default,
    packages: packages.default,
  };
}

async function fetchPackages(
  { files }: Pick<Project, 'files'>,
  { packages }: Texts,
): Promise<Job['packages']> {
  const loads = namedPackages(files, packages).map(async (name) => [
    name,
    (await packages[name]?.load()) ?? '',
  ]);
  return Promise.all(loads).then(Object.fromEntries, didNotLoad);
}

/** The large files of the packages that a project names. */
function assetsOf({ files }: Pick<Project, 'files'>, { packages }: Texts): readonly Asset[] {
  return namedPackages(files, packages).flatMap((name) => packages[name]?.assets ?? []);
}

/** Who stopped a run waits for nothing. */
function unlessOver(run: EmbeddedRun): (error: unknown) => Assets {
  return (error) => {
    if (run.over) return {};
    throw error;
  };
}

function didNotLoad(cause: unknown): never {
  throw new EngineError('did-not-load', undefined, { cause });
}

function didNotStart(cause: unknown): never {
  throw new EngineError('did-not-start', undefined, { cause });
}

function checkProject({ files, entry }: Project): void {
  if (!Object.hasOwn(files, entry))
    throw new EngineError('bad-project', `It has no file ${entry}.`);
}

function jobOf(
  project: Project,
  stripped: Job['files'],
  parts: Pick<Job, 'packages' | 'offered' | 'limits'>,
): Job {
  const { files, prepared, entry, mode, env } = project;
  const disk = Object.hasOwn(parts.packages, 'node:internal/fs') ? files : {};
  return { ...parts, files: { ...files, ...stripped, ...prepared }, entry, mode, env, disk };
}
