import type { Native } from '../native.ts';
import { begunText, launcherText } from './made-modules.ts';

/** What running modules needs of the rest. */
export interface LauncherParts {
  readonly native: Pick<Native, 'moduleUrl' | 'importModule'>;
  /** Keeps the program alive until the returned function is called. */
  hold(): () => void;
  /** As `hold`; until then it is the browser that works, and the thread may be silent. */
  holdAtWork(): () => void;
}

/**
 * Runs linked modules. While the browser fetches and links one, the program stays alive; while the
 * module waits at an `await` of its own, it does not. The browser tells the two apart to nobody, so
 * a module that runs before all others tells that the browser's work is done, and one that runs
 * after all others that it begins again: on a busy machine the promise of an import settles late.
 */
export class Launcher {
  readonly #parts: LauncherParts;
  readonly #begun = new Map<string, () => void>();
  readonly #ended = new Map<string, () => void>();

  constructor(parts: LauncherParts) {
    this.#parts = parts;
  }

  /** @returns the module's namespace; rejects with what linking or running it throws */
  async run(url: string): Promise<unknown> {
    try {
      if (!this.#begun.has(url)) await this.#runFirst(url);
      return await this.#parts.native.importModule(url);
    } finally {
      this.#ended.get(url)?.();
      this.#ended.delete(url);
    }
  }

  /** Called by the module that runs first. */
  begun(url: string): void {
    this.#begun.get(url)?.();
  }

  /** Called when the module has run. What it left may be endless: no work of the browser's. */
  ended(url: string): void {
    this.#ended.set(url, this.#parts.hold());
  }

  async #runFirst(url: string): Promise<void> {
    const { native, holdAtWork } = this.#parts;
    let release: (() => void) | undefined = holdAtWork();
    const begin = (): void => {
      release?.();
      release = undefined;
    };
    this.#begun.set(url, begin);
    const first = native.moduleUrl(begunText(url));
    try {
      await native.importModule(native.moduleUrl(launcherText(first, url)));
    } finally {
      begin();
    }
  }
}
