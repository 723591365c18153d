import { test as base, type Page } from '@playwright/test';
import type { EngineId, Limits, Project } from '../../../playground/engine/contract.ts';
import { StandIn } from '../../webcontainer/stand-in/server.ts';
import type { Variant } from './bundle.ts';
import type { Answered, Asked, Recorded, Refused, TypedLine } from './page.ts';
import { serveHarness, type HarnessSite } from './serve.ts';

/** One engine on one page, as a test drives it. */
export class EngineDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  prepare(): Promise<void> {
    return this.page.evaluate(() => window.harness.prepare());
  }

  /** Runs to the end. */
  run(project: Project, limits: Partial<Limits> = {}): Promise<Recorded> {
    return this.page.evaluate(([what, within]) => window.harness.run(what, within), [
      project,
      limits,
    ] as const);
  }

  /** @returns a number that names the run */
  start(project: Project, limits: Partial<Limits> = {}): Promise<number> {
    return this.page.evaluate(([what, within]) => window.harness.start(what, within), [
      project,
      limits,
    ] as const);
  }

  finish(run: number): Promise<Recorded> {
    return this.page.evaluate((id) => window.harness.finish(id), run);
  }

  /** Waits until the run printed, and gives what it printed first. */
  firstOutput(run: number): Promise<string> {
    return this.page.evaluate((id) => window.harness.firstOutput(id), run);
  }

  stop(run: number): Promise<void> {
    return this.page.evaluate((id) => window.harness.stop(id), run);
  }

  request(run: number, port: number, asked: Asked = {}): Promise<Refused | Answered> {
    return this.page.evaluate(([id, to, what]) => window.harness.request(id, to, what), [
      run,
      port,
      asked,
    ] as const);
  }

  shell(what: Project, lines: readonly TypedLine[]): Promise<string> {
    return this.page.evaluate(([files, typed]) => window.harness.shell(files, typed), [
      what,
      lines,
    ] as const);
  }

  load(): Promise<void> {
    return this.page.evaluate(() => window.harness.load());
  }

  renew(id: EngineId): Promise<void> {
    return this.page.evaluate((which) => window.harness.renew(which), id);
  }

  /** @returns what kept the engine from getting ready */
  prepareRefused(): Promise<Refused | undefined> {
    return this.page.evaluate(() => window.harness.prepareRefused());
  }

  refusal(project: Project): Promise<Refused | undefined> {
    return this.page.evaluate((what) => window.harness.refusal(what), project);
  }

  dispose(): Promise<void> {
    return this.page.evaluate(() => window.harness.dispose());
  }

  frameCount(): Promise<number> {
    return this.page.locator('iframe').count();
  }
}

interface PageFixtures {
  readonly engineId: EngineId;
  readonly variant: Variant;
  readonly engine: EngineDriver;
}

interface WorkerFixtures {
  readonly site: HarnessSite;
  readonly standIn: StandIn;
}

/** Set by `npm run test:live`: WebContainer is StackBlitz's own, not our stand-in for it. */
const isLive = process.env['WEBCONTAINER'] === 'live';

/** Playwright's `test` with a page that has an engine on it. */
export const test = base.extend<PageFixtures, WorkerFixtures>({
  engineId: ['embedded', { option: true }],
  variant: ['real', { option: true }],
  site: [
    async ({}, use) => {
      const site = await serveHarness();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  standIn: [
    async ({}, use) => {
      const standIn = await StandIn.start();
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],
  engine: async ({ page, site, standIn, engineId, variant }, use) => {
    site.hits.length = 0;
    site.knocks.length = 0;
    standIn.mood = 'well';
    standIn.isOld = false;
    const query = new URLSearchParams({ engine: engineId, variant });
    if (!isLive) {
      query.set('frames', standIn.origin);
      await page.addInitScript((origin) => {
        Reflect.set(globalThis, 'WEBCONTAINER_API_IFRAME_URL', origin);
      }, standIn.origin);
    }
    await page.goto(`${site.origin}/?${query}`);
    await page.waitForFunction(() => 'harness' in window);
    await use(new EngineDriver(page));
  },
});

/** A project of JavaScript files; the first is the entry. */
export function project(files: Readonly<Record<string, string>>): Project {
  const [entry = ''] = Object.keys(files);
  return { name: 'test', files, entry, mode: 'script', env: {} };
}

/** A project of one file. */
export function script(text: string): Project {
  return project({ 'main.mjs': text });
}
