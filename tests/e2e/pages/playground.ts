import { expect, type Locator, type Page } from '@playwright/test';
import type { StandIn } from '../../webcontainer/stand-in/server.ts';

const example = 'resilience-and-fault-tolerance/circuit-breaker';
/** Where the page's policy lets the real service be framed. */
const serviceOrigin = 'https://stackblitz.com';

/** The page of the playground, as a reader uses it. */
export class Playground {
  readonly page: Page;
  readonly main: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly tests: Locator;
  readonly output: Locator;
  readonly stages: Locator;
  readonly terminal: Locator;
  readonly openTerminal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.run = this.main.getByRole('button', { name: 'Run', exact: true });
    this.stop = this.main.getByRole('button', { name: 'Stop' });
    this.tests = this.main.getByRole('button', { name: 'Tests' });
    this.output = this.main.getByRole('region', { name: 'Output', exact: true });
    this.stages = this.main.getByRole('group', { name: 'Start of the engine' });
    this.terminal = this.main.getByRole('region', { name: 'Terminal' });
    this.openTerminal = this.terminal.getByRole('button', { name: 'Open a terminal' });
  }

  /** Has the page find the stand-in in the service's place, under a policy that differs in that only. */
  async useStandIn({ origin }: StandIn): Promise<void> {
    // To the browser a page from a test is not of this machine, and the stand-in is.
    await this.page.context().grantPermissions(['local-network-access']);
    await this.page.addInitScript((address) => {
      Reflect.set(globalThis, 'WEBCONTAINER_API_IFRAME_URL', address);
    }, origin);
    await this.page.route('**/playground/**', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(serviceOrigin, origin);
      await route.fulfill({ response, body });
    });
  }

  async open(rest = ''): Promise<void> {
    await this.page.goto(`/playground/?example=${example}${rest}`);
    await expect(this.run).toBeEnabled();
  }

  engine(name: 'WebContainer' | 'built-in'): Locator {
    return this.main.getByRole('radio', { name, exact: true });
  }

  status(text: string | RegExp): Locator {
    return this.main.getByRole('status').filter({ hasText: text });
  }
}
