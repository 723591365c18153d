/** The page of the playground, with our stand-in in the place of StackBlitz's service. */
import AxeBuilder from '@axe-core/playwright';
import { StandIn } from '../webcontainer/stand-in/server.ts';
import { expect, test as base } from './fixtures.ts';
import { Playground } from './pages/playground.ts';

interface Fixtures {
  readonly playground: Playground;
}
interface WorkerFixtures {
  readonly standIn: StandIn;
}

const test = base.extend<Fixtures, WorkerFixtures>({
  standIn: [
    async ({}, use) => {
      const standIn = await StandIn.start();
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],
  playground: async ({ page, standIn, problems }, use) => {
    standIn.mood = 'well';
    const playground = new Playground(page);
    await playground.useStandIn(standIn);
    await use(playground);
    // Asking the service's place is what this page is for.
    const others = problems.filter((problem) => !problem.includes(standIn.origin));
    problems.splice(0, problems.length, ...others);
  },
});

// A service worker's requests go past what a test serves in a file's place.
test.use({ serviceWorkers: 'block' });

test('runs an example in WebContainer, and says so', async ({ playground, page }) => {
  await playground.open();
  await expect(page).toHaveTitle(/^Circuit breaker/);
  await expect(playground.engine('WebContainer')).toBeChecked();
  await playground.run.click();
  await expect(playground.status('Finished: exit 0')).toContainText('WebContainer');
  await expect(playground.output).toContainText('$ node main.ts');
  await expect(playground.stages.getByText('run')).toHaveAttribute('aria-current', 'step');
  await expect(
    playground.main.getByRole('img', { name: /^With the breaker/ }).first(),
  ).toBeVisible();
});

test('prints the same in both engines', async ({ playground }) => {
  await playground.open();
  const printed = playground.output.locator('samp');
  await playground.run.click();
  await expect(playground.status('Finished: exit 0')).toContainText('WebContainer');
  const inContainer = await printed.textContent();
  await playground.engine('built-in').check();
  await playground.run.click();
  await expect(playground.status('Finished: exit 0')).toContainText('the built-in engine');
  expect(await printed.textContent()).toBe(inContainer);
});

test('runs the tests of an example in WebContainer', async ({ playground }) => {
  await playground.open();
  await playground.tests.click();
  await expect(playground.status(/Tests: \d+ passed, 0 failed/)).toContainText('WebContainer');
});

test('runs in the built-in engine where a start fails, with the reason', async ({
  playground,
  standIn,
}) => {
  standIn.mood = 'fails';
  await playground.open();
  await playground.run.click();
  await expect(playground.status('Finished: exit 0')).toContainText('the built-in engine');
  const note = playground.status('The built-in engine runs it.');
  await expect(note).toContainText('WebContainer could not start. No room for a container.');
  await expect(playground.engine('built-in')).toBeChecked();

  standIn.mood = 'well';
  await playground.engine('WebContainer').check();
  await expect(note).toHaveCount(0);
  await playground.run.click();
  await expect(playground.status('Finished: exit 0')).toContainText('WebContainer');
});

test('gives a start that hangs 8 s', async ({ playground, page, standIn }) => {
  standIn.mood = 'hangs';
  await playground.open();
  await page.clock.install();
  await playground.run.click();
  await page.waitForSelector(`iframe[src^="${standIn.origin}"]`, { state: 'attached' });
  await page.clock.runFor(8_100);
  await page.clock.resume();
  await expect(playground.status('WebContainer did not start in time.')).toBeVisible();
  await expect(playground.status('Finished: exit 0')).toContainText('the built-in engine');
});

test('stops a program', async ({ playground, page, standIn }) => {
  await page.route('**/examples/**', (route) =>
    route.fulfill({
      json: {
        name: 'a/test',
        entry: 'main.ts',
        files: { 'main.ts': `console.log('round and round'); for (;;);` },
        prepared: {},
      },
    }),
  );
  await playground.open();
  await playground.run.click();
  await expect(playground.output).toContainText('round and round');
  await playground.stop.click();
  await expect(playground.status('Stopped after')).toBeVisible();
  await expect.poll(() => standIn.processes).toBe(0);
});

test('says so where the host sends no headers, and runs all the same', async ({
  playground,
  page,
}) => {
  await page.route('**/playground/**', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers['cross-origin-embedder-policy'];
    await route.fulfill({ response, headers });
  });
  await playground.open();
  await expect(playground.engine('WebContainer')).toBeDisabled();
  await expect(playground.status('The host does not send the headers')).toBeVisible();
  await expect(playground.terminal).toBeHidden();
  await playground.run.click();
  await expect(playground.status('Finished: exit 0')).toContainText('the built-in engine');
});

test('asks nobody before Run, and runs nothing that a link brings', async ({
  playground,
  page,
  standIn,
}) => {
  const before = standIn.builds;
  await playground.open('#code=whatever');
  await playground.run.hover();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(standIn.builds).toBe(before);
  await expect(playground.status('nothing has run in this page yet')).toBeVisible();
});

test('opens a terminal by keyboard, and Escape and Tab leave it', async ({ playground, page }) => {
  await playground.open();
  await playground.openTerminal.focus();
  await page.keyboard.press('Enter');
  await expect(playground.status('The terminal is open.')).toBeVisible();
  const screen = playground.terminal.getByRole('textbox');
  await expect(screen).toBeFocused();
  await page.keyboard.type('node --version\n');
  await expect(playground.terminal).toContainText('v24.');
  await page.keyboard.press('Tab');
  await expect(screen).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(screen).not.toBeFocused();
  await playground.terminal.getByRole('button', { name: 'Close the terminal' }).click();
  await expect(screen).toHaveCount(0);
});

test('names the examples where the link names none, or a wrong one', async ({ page }) => {
  await page.goto('/playground/?example=no/such');
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toHaveText(/There is no example of that name/);
  await main.getByRole('link', { name: 'Open Circuit breaker here' }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Circuit breaker');
});

test('has no accessibility violation with an example and the terminal', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.openTerminal.click();
  await expect(playground.status('The terminal is open.')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .exclude('iframe')
      .setLegacyMode()
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('says what it needs and leads to the pattern’s page', async ({ page }) => {
    await page.goto('/playground/');
    const main = page.getByRole('main');
    // Playwright's text selectors leave out what stands in a noscript.
    await expect(main.locator('noscript p')).toBeVisible();
    await main.getByRole('link', { name: 'Circuit breaker', exact: true }).click();
    await expect(page).toHaveURL(/\/patterns\/resilience-and-fault-tolerance\/circuit-breaker\/$/);
  });
});

test('opens its policy for the service on this page only', async ({ request }) => {
  const here = await request.get('/playground/');
  expect(here.headers()).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  expect(await here.text()).toContain('frame-src https://stackblitz.com;');
  const elsewhere = await request.get('/patterns/resilience-and-fault-tolerance/circuit-breaker/');
  expect(elsewhere.headers()).not.toHaveProperty('cross-origin-embedder-policy');
  expect(await elsewhere.text()).not.toContain('stackblitz');
});
