import type { Page } from '@playwright/test';
import type { HarnessSite } from '../harness/serve.ts';

/** Everything that an attack could bring about outside its cage. */
export class Watch {
  readonly #page: Page;
  readonly #site: HarnessSite;
  readonly #seen: string[] = [];

  constructor(page: Page, site: HarnessSite) {
    this.#page = page;
    this.#site = site;
    page.on('dialog', (dialog) => {
      this.#seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('download', () => this.#seen.push('download'));
    page.on('crash', () => this.#seen.push('the page crashed'));
    page.context().on('page', () => this.#seen.push('popup'));
  }

  /** Listens for what reaches the page from inside; call once the page stands. */
  async arm(): Promise<void> {
    await this.#page.evaluate(() => {
      Object.assign(window, { broadcasts: 0 });
      new BroadcastChannel('probe').onmessage = () => {
        Object.assign(window, { broadcasts: 1 });
      };
    });
  }

  /**
   * What happened so far; an empty list is a wall that held.
   * @param expected a path at the other origin that may be asked for
   */
  async escapes(expected?: string): Promise<string[]> {
    const page = await this.#page.evaluate(() => {
      const marks = ['pwned', 'polluted'].filter((name) => name in window || name in {});
      return Reflect.get(window, 'broadcasts') === 1 ? [...marks, 'broadcast'] : marks;
    });
    const moved = this.#page.url().startsWith(this.#site.origin) ? [] : ['the page moved'];
    const hits = this.#site.hits.filter((hit) => hit !== expected);
    return [...this.#seen, ...hits.map((hit) => `hit ${hit}`), ...page, ...moved];
  }

  /**
   * Connections to the other origin, also those over which nothing was asked. It is for the Worker
   * alone: for code on the frame's main thread, where no program runs, Chromium opened one once.
   */
  knocks(): string[] {
    return this.#site.knocks.map((knock) => `a connection ${knock}`);
  }
}
