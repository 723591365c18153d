import type { Browser, JSHandle, Page } from '@playwright/test';

/** Milliseconds from a click on Run, in the page's own clock. */
export interface ClickTimes {
  readonly toFirstLineMs: number;
  readonly toEndMs: number;
  /** Longest time in which the page's thread did nothing else. */
  readonly longestGapMs: number;
}

/** A pattern page, opened to be measured. */
export class RunPage {
  readonly page: Page;
  /** Made once: each function that goes to the page anew stays on its heap for a while. */
  readonly #clickRun: JSHandle<typeof clickRun>;

  private constructor(page: Page, click: JSHandle<typeof clickRun>) {
    this.page = page;
    this.#clickRun = click;
  }

  /**
   * Opens a page with an empty cache.
   *
   * @param program runs in place of the page's own example
   */
  static async open(browser: Browser, url: string, program?: string): Promise<RunPage> {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    if (program !== undefined) {
      const example = {
        name: 'bench/program',
        entry: 'main.ts',
        files: { 'main.ts': program },
        prepared: { 'main.ts': program },
      };
      await page.route('**/examples/**', (route) => route.fulfill({ json: example }));
    }
    await page.goto(url);
    await page.locator('pattern-playground button[data-part=run]:enabled').waitFor();
    const click = await page.evaluateHandle<typeof clickRun>(`(${clickRun.toString()})`);
    return new RunPage(page, click);
  }

  /** Hovers Run, as a hand does before it clicks, and waits until the engine stands ready. */
  async warm(): Promise<void> {
    await this.page.locator('pattern-playground [data-part=run]').hover();
    await this.page.locator('iframe').waitFor({ state: 'attached' });
  }

  /** Clicks Run and waits for the end. */
  click(): Promise<ClickTimes> {
    return this.#clickRun.evaluate((click) => click());
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** Runs in the page, so that no messages to the browser are in the times. */
async function clickRun(): Promise<ClickTimes> {
  const part = (name: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`pattern-playground [data-part="${name}"]`);
    if (!found) throw new Error(`The page has no ${name}.`);
    return found;
  };
  const startMs = performance.now();
  let lastMs = startMs;
  let longestGapMs = 0;
  const stepMs = 10;
  const ticking = setInterval(() => {
    const nowMs = performance.now();
    longestGapMs = Math.max(longestGapMs, nowMs - lastMs - stepMs);
    lastMs = nowMs;
  }, stepMs);
  const firstLine = new Promise<number>((resolve) => {
    const observer = new MutationObserver((records) => {
      const isText = records.some(({ addedNodes }) =>
        [...addedNodes].some((node) => node.textContent?.trim() !== ''),
      );
      if (!isText) return;
      observer.disconnect();
      resolve(performance.now() - startMs);
    });
    observer.observe(part('stdout'), { childList: true, subtree: true, characterData: true });
  });
  const end = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!/Ran in this page/.test(part('status').textContent ?? '')) return;
      observer.disconnect();
      resolve(performance.now() - startMs);
    });
    // The same words as after the last run are still a change of the text.
    observer.observe(part('status'), { childList: true, subtree: true, characterData: true });
  });
  part('run').click();
  const toEndMs = await end;
  clearInterval(ticking);
  const never = new Promise<number>((resolve) => setTimeout(resolve, 0, Number.NaN));
  return { toFirstLineMs: await Promise.race([firstLine, never]), toEndMs, longestGapMs };
}
