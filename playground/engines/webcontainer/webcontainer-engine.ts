import {
  defaultLimits,
  type Capability,
  type Engine,
  type PrepareOptions,
  type Project,
  type Run,
  type RunOptions,
  type Shell,
  type ShellSize,
  type Sinks,
  type Support,
} from '../../engine/contract.ts';
import { EngineError } from '../../engine/errors.ts';
import { ContainerRun } from './container-run.ts';
import { openShell } from './container-shell.ts';
import type { Container } from './container.ts';
import { loadClient, releaseContainer, useContainer } from './page-container.ts';

/** Node.js with npm and a shell, from StackBlitz, in a page that is cross-origin isolated. */
export class WebContainerEngine implements Engine {
  readonly label = 'WebContainer';
  readonly capabilities: ReadonlySet<Capability> = new Set(['websocket', 'npm-install', 'shell']);
  #container: Promise<Container> | undefined;
  #running: ContainerRun | undefined;
  #closed = false;

  support(): Support {
    if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') {
      return { ok: false, why: 'This browser lacks WebAssembly or workers.' };
    }
    if (!globalThis.crossOriginIsolated) {
      const why =
        'The host does not send the headers COOP and COEP for this page, so the browser shares no memory.';
      return { ok: false, why };
    }
    return { ok: true };
  }

  async load(): Promise<void> {
    await Promise.all([loadClient(), import('virtual:embedded-engine/container-files')]).catch(
      (cause: unknown) => {
        throw new EngineError('did-not-load', undefined, { cause });
      },
    );
  }

  async prepare(options: PrepareOptions = {}): Promise<void> {
    await this.#boot(options);
  }

  async run(project: Project, sinks: Sinks, options: RunOptions = {}): Promise<Run> {
    const { signal } = options;
    signal?.throwIfAborted();
    checkProject(project);
    if (this.#closed) throw new EngineError('engine-closed');
    this.#running?.stop();
    const run = new ContainerRun({ ...defaultLimits, ...options.limits }, sinks);
    this.#running = run;
    signal?.addEventListener('abort', () => run.stop(), { once: true });
    try {
      await this.#start(run, project, options);
      signal?.throwIfAborted();
      return run;
    } catch (error) {
      run.stop();
      throw error;
    }
  }

  async openShell(project: Project, size: ShellSize, options: PrepareOptions = {}): Promise<Shell> {
    const container = await this.#boot(options);
    options.onStage?.('copying');
    await container.copy(project);
    options.signal?.throwIfAborted();
    return openShell(container, size);
  }

  dispose(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#running?.stop();
    void this.#container?.then(releaseContainer, () => undefined);
  }

  async #start(run: ContainerRun, project: Project, options: RunOptions): Promise<void> {
    const { signal, onStage } = options;
    const container = await this.#boot(options);
    if (run.over) return;
    onStage?.('copying');
    const { dependencies } = await container.copy(project);
    if (run.over) return;
    if (container.needsInstall(dependencies)) {
      onStage?.('installing');
      await container.install(dependencies, signal);
      if (run.over) return;
    }
    onStage?.('running');
    const env = { ...container.environment, ...project.env };
    const process = await container.web.spawn('node', argumentsOf(project), { env });
    if (run.over) process.kill();
    else run.begin(container, process);
  }

  /** The container, started by the first who needs it; a failed start can be tried again. */
  async #boot({ signal, onStage }: PrepareOptions): Promise<Container> {
    if (this.#closed) throw new EngineError('engine-closed');
    const support = this.support();
    if (!support.ok) throw new EngineError('not-supported', support.why);
    onStage?.('loading');
    await this.load();
    signal?.throwIfAborted();
    onStage?.('starting');
    const container = (this.#container ??= useContainer(signal));
    container.catch(() => {
      if (this.#container === container) this.#container = undefined;
    });
    return container;
  }
}

function checkProject({ files, entry }: Project): void {
  if (!Object.hasOwn(files, entry))
    throw new EngineError('bad-project', `It has no file ${entry}.`);
}

function argumentsOf({ mode, entry }: Project): string[] {
  return mode === 'tests' ? ['--test', '--test-reporter=spec', entry] : [entry];
}
