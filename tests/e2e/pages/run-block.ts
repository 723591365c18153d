import { expect, type FrameLocator, type Locator, type Page, type Route } from '@playwright/test';
import type { ExampleFile } from '../../../playground/session/example-file.ts';

/** The page of the example that serves an API. */
export const apiPage = '/patterns/api-design-and-patterns/restful-apis/';
const path = '/patterns/resilience-and-fault-tolerance/circuit-breaker/';

/** The runnable example of a pattern page, as a reader uses it: by role and name. */
export class RunBlock {
  readonly page: Page;
  readonly block: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly tests: Locator;
  readonly reset: Locator;
  readonly status: Locator;
  readonly knobProblem: Locator;
  readonly problem: Locator;
  readonly output: Locator;
  readonly errors: Locator;
  readonly drawings: Locator;
  readonly figures: Locator;
  readonly testTree: Locator;
  readonly api: Locator;
  /** What a screen reader is told of the output. */
  readonly said: Locator;

  /** @param root where the block stands: the page, or a frame in it */
  constructor(page: Page, root: Page | FrameLocator = page) {
    this.page = page;
    this.block = root.locator('pattern-playground');
    this.run = this.block.getByRole('button', { name: 'Run', exact: true });
    this.stop = this.block.getByRole('button', { name: 'Stop' });
    this.tests = this.block.getByRole('button', { name: 'Tests' });
    this.reset = this.block.getByRole('button', { name: 'Reset knobs' });
    this.status = this.block.getByRole('status');
    // The first alert is about a knob, and stands at the knobs.
    this.knobProblem = this.block.getByRole('alert').first();
    this.problem = this.block.getByRole('alert').last();
    this.output = this.block.getByRole('region', { name: 'Output', exact: true });
    this.errors = this.block.getByRole('region', { name: 'Errors' });
    this.testTree = this.block.getByRole('region', { name: 'Tests', exact: true });
    this.api = this.block.getByRole('region', { name: 'API', exact: true });
    this.said = this.block.locator('[data-part=said]');
    this.drawings = this.block.locator('figure').getByRole('img');
    this.figures = this.block.getByRole('table', { name: /^The runs compared/ });
  }

  async open(address = path): Promise<void> {
    await this.page.goto(address);
    await expect(this.run).toBeEnabled();
  }

  /** As a reader who scrolls to the drawings finds it: with what a script adds there. */
  async openAtDrawings(): Promise<void> {
    await this.open();
    await this.block.scrollIntoViewIfNeeded();
    await expect(this.slider('Moment')).toBeVisible();
  }

  /** Opens the request panel. @returns the box that it stands in */
  async openRequest(): Promise<Locator> {
    await this.api.getByText('Send a request').click();
    await expect(this.api.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
    return this.api;
  }

  slider(name: string): Locator {
    return this.block.getByRole('slider', { name });
  }

  typed(name: string): Locator {
    return this.block.getByRole('spinbutton', { name: `${name}, as a number` });
  }

  file(name: string): Locator {
    return this.block.getByRole('region', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.block.getByRole('radio', { name, exact: true });
  }

  /** Has the program listen, and waits until it does. */
  async startServer(): Promise<void> {
    await this.api.getByRole('button', { name: 'Start the server' }).click();
    await expect(this.api.getByRole('button', { name: 'Stop the server' })).toBeVisible({
      timeout: 20_000,
    });
  }

  /** What a drawing says of itself. */
  finding(number: number): Promise<string | null> {
    return this.drawings.nth(number).getAttribute('aria-label');
  }

  /**
   * Waits for the run that was asked for to end well.
   *
   * @param patience for what takes longer than a test waits by itself
   */
  async finished(patience?: { readonly timeout: number }): Promise<void> {
    await expect(this.status).toContainText('Finished: exit 0', patience);
  }

  /** Serves the page another program, and tests, in place of its own. */
  async serveProgram(text: string, tests?: string): Promise<void> {
    const files = { 'main.ts': text, ...(tests === undefined ? {} : { 'breaker.test.ts': tests }) };
    const example: ExampleFile = {
      name: 'a/test',
      entry: 'main.ts',
      ...(tests === undefined ? {} : { tests: 'breaker.test.ts' }),
      files,
      prepared: files,
    };
    await this.page.route('**/examples/**', (route: Route) => route.fulfill({ json: example }));
  }

  /** Names of what moved within the block without anybody asking for it. */
  unasked(): Promise<readonly string[]> {
    return this.block.evaluate(listShifts);
  }
}

interface Shift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Runs in the page. The observer hands over at once what happened before it was made. */
function listShifts(block: Element): readonly string[] {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'layout-shift', buffered: true });
  const shifts = observer.takeRecords() as readonly PerformanceEntry[] as readonly Shift[];
  observer.disconnect();
  return shifts
    .filter((shift) => !shift.hadRecentInput)
    .flatMap((shift) => shift.sources.map(({ node }) => node))
    .filter((node) => node !== null && block.contains(node))
    .map((node) => node?.textContent?.slice(0, 40) ?? '');
}
