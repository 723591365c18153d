/** The runnable example of a pattern page: recorded, run, turned, tested, broken. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from './fixtures.ts';
import { RunBlock } from './pages/run-block.ts';

const test = base.extend<{ block: RunBlock }>({
  block: async ({ page }, use) => {
    await use(new RunBlock(page));
  },
});

// Requests are answered by the tests, not from a copy that a service worker keeps.
test.use({ serviceWorkers: 'block' });

test.describe('a run', () => {
  test('prints and draws in the page what was recorded under Node', async ({ block }) => {
    await block.open();
    await expect(block.status).toContainText(/Recorded with Node 2\d/);
    const [recorded, findings] = [
      await block.output.textContent(),
      [await block.finding(0), await block.finding(1)],
    ];
    expect(recorded).toContain('With the breaker');

    await block.run.click();
    await block.finished();
    await expect(block.status).toContainText('Ran in this page');
    expect(await block.output.textContent()).toBe(recorded);
    expect([await block.finding(0), await block.finding(1)]).toEqual(findings);
  });

  test('works without a network once the block was in view', async ({ block, context, page }) => {
    await block.open();
    await page.mouse.move(0, 0);
    const loaded = [
      /\/examples\//,
      /\/_astro\/frame\./,
      /\/_astro\/worker\./,
      /\/_astro\/packages\./,
      /\/_astro\/_23lab\./,
    ];
    const answers = loaded.map((address) => page.waitForResponse(address));
    await block.block.scrollIntoViewIfNeeded();
    for (const answer of answers) await (await answer).finished();

    await context.setOffline(true);
    await block.slider('open time').press('Home');
    await expect(block.output).toContainText('OPEN_S=1 node main.ts');
    await block.finished();
  });

  test('starts with Ctrl-Enter and with Enter, from anywhere in the block', async ({
    block,
    page,
  }) => {
    await block.open();
    await block.typed('threads').fill('8');
    await block.typed('threads').press('Enter');
    await expect(block.output).toContainText('THREADS=8 node main.ts');
    await block.finished();
    await block.file('breaker.ts').focus();
    await page.keyboard.press('Control+Enter');
    await expect(block.status).not.toContainText('Recorded');
    await block.finished();
  });

  test('moves nothing on the page', async ({ block }) => {
    await block.open();
    await block.block.scrollIntoViewIfNeeded();
    const before = await block.block.boundingBox();
    await block.run.click();
    await block.finished();
    expect((await block.block.boundingBox())?.height).toBe(before?.height);
    expect(await block.unasked()).toEqual([]);
  });
});

test.describe('knobs', () => {
  test('redraw what they change, and go back to their defaults', async ({ block }) => {
    await block.open();
    const atDefault = await block.finding(1);
    await block.slider('outage').press('Home');
    await expect(block.typed('outage')).toHaveValue('0');
    await expect(block.drawings.nth(1)).not.toHaveAccessibleName(/payment hangs/);
    await expect(block.figures.getByRole('row', { name: /^catalogue failed/ })).toContainText('0');

    await block.reset.click();
    await expect(block.slider('outage')).toHaveValue('12');
    await expect(block.drawings.nth(1)).toHaveAccessibleName(atDefault ?? '');
  });

  test('can be typed, and a value out of range does not run', async ({ block }) => {
    await block.open();
    await block.typed('open time').fill('2');
    await expect(block.output).toContainText('OPEN_S=2 node main.ts');
    await block.finished();
    await expect(block.slider('open time')).toHaveValue('2');
    await block.typed('open time').fill('99');
    await expect(block.knobProblem).toHaveText(/^open time: type a number from 1 to 15.s\.$/);
    await expect(block.slider('open time')).toHaveValue('2');
    await block.typed('open time').press('Control+Enter');
    await expect(block.output).toContainText('OPEN_S=2 node main.ts');
    await block.reset.click();
    await expect(block.knobProblem).toBeEmpty();
  });

  test('show the last of many changes', async ({ block }) => {
    await block.open();
    for (let press = 0; press < 8; press++) await block.slider('threads').press('ArrowRight');
    await expect(block.drawings.first()).toHaveAccessibleName(/pool limit 12/);
    await expect(block.output).toContainText('THREADS=12 node main.ts');
  });

  test('are set by an experiment, which runs', async ({ block, page }) => {
    await block.open();
    const press = page.getByRole('button', { name: 'Set call timeout 1 s and run' });
    await press.click();
    await page.getByRole('radio', { name: 'Yes, for the buyers' }).check();
    await press.click();
    await expect(block.slider('call timeout')).toHaveValue('1');
    await expect(block.output).toContainText('CALL_TIMEOUT_S=1 node main.ts');
    await block.finished();
  });
});

test("the page's own tests run in the page", async ({ block }) => {
  await block.open();
  const findings = await block.finding(1);
  await block.tests.click();
  await expect(block.status).toContainText(/Tests: [1-9]\d* passed, 0 failed\./);
  await expect(block.output).toContainText('node --test breaker.test.ts');
  expect(await block.finding(1)).toBe(findings);
});

test.describe('what goes wrong', () => {
  test('an endless loop is ended while the page answers', async ({ block, page }) => {
    await block.serveProgram("console.log('before'); for (;;);");
    await block.open();
    await block.run.hover();
    await block.run.click();
    await expect(block.output).toContainText('before');
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(block.problem).toContainText('An endless loop?');
    const [, seconds] =
      /Ended after (\d+\.\d)/.exec((await block.status.textContent()) ?? '') ?? [];
    // The watch's patience is 1 s, and a busy machine adds to it; without it the run lasts 30 s.
    expect(Number(seconds)).toBeLessThan(5);
    await expect(block.problem).toContainText('press Run');
    await expect(block.block).toContainText('Drawn from the recorded run.');
  });

  test('a program that never ends is stopped by the reader', async ({ block }) => {
    await block.serveProgram("console.log('waiting'); setInterval(() => {}, 1000);");
    await block.open();
    await block.run.click();
    await expect(block.output).toContainText('waiting');
    await block.stop.press('Enter');
    await expect(block.status).toContainText('Stopped after');
    await expect(block.stop).toBeHidden();
    await expect(block.run).toBeFocused();

    await block.run.click();
    // Before that, there is nothing to stop yet: the run did not start.
    await expect(block.status).toContainText('Running');
    await block.run.press('Escape');
    await expect(block.status).toContainText('Stopped after');
  });

  test('a program that throws: its errors stand apart, the drawing stays and says whose it is', async ({
    block,
  }) => {
    await block.serveProgram("console.log('<b>so far</b>'); throw new TypeError('no such luck');");
    await block.open();
    const drawn = await block.finding(1);
    await block.run.click();
    await expect(block.problem).toContainText('exit code 1: TypeError: no such luck');
    await expect(block.errors).toContainText('TypeError: no such luck');
    await expect(block.output).toContainText('<b>so far</b>');
    await expect(block.output).not.toContainText('no such luck');
    await expect(block.block).toContainText('Drawn from the recorded run.');
    expect(await block.finding(1)).toBe(drawn);
  });

  test('an example that does not load is said, and the next press tries again', async ({
    block,
    page,
    problems,
  }) => {
    await page.route('**/examples/**', (route) => route.abort());
    await block.open();
    await block.run.click();
    await expect(block.problem).toContainText('Check the connection and press Run again.');
    await page.unroute('**/examples/**');
    await block.run.click();
    await block.finished();
    await expect(block.problem).toBeEmpty();
    // The request that was made to fail.
    problems.splice(0, problems.length, ...problems.filter((text) => !/ERR_FAILED/.test(text)));
  });
});

test.describe('the code', () => {
  test('is read file by file, copied, and shown whole', async ({ block, context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await block.open();
    await expect(block.file('breaker.ts')).toContainText('export class CircuitBreaker');
    await block.tab('main.ts').check({ force: true });
    await expect(block.file('breaker.ts')).toBeHidden();
    await expect(block.file('main.ts')).toBeVisible();
    await block.block.getByRole('button', { name: 'Copy' }).first().click();
    const shown = await block.file('main.ts').textContent();
    expect(shown).toContain('await compare(');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing for axe to say in ${colorScheme}, run, failed and narrow`, async ({
    block,
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = async (): Promise<string[]> => {
      const { violations: found } = await new AxeBuilder({ page })
        .include('pattern-playground')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    };
    await block.open();
    await block.run.click();
    await block.finished();
    await block.block.getByText('The drawings as tables').click();
    expect(await violations()).toEqual([]);

    await page.setViewportSize({ width: 320, height: 800 });
    await block.serveProgram("console.error('no'); process.exit(3);");
    await block.open();
    await block.run.click();
    await expect(block.problem).toContainText('exit code 3');
    expect(await violations()).toEqual([]);
  });
}
