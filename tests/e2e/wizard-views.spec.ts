/** What stands around the result: reading path, comparison, raw model, undo, paper. */
import AxeBuilder from '@axe-core/playwright';
import { expect, wizardTest as test } from './wizard-fixture.ts';

test.describe('the reading path', () => {
  test('says why each page is worth reading, and keeps what was read', async ({ wizard, page }) => {
    await wizard.openQuestion('availability');
    await wizard.answer(/^99.99 %/).check();
    await page.getByRole('link', { name: 'Skip to the result' }).click();
    await wizard.openPart('Reading path');
    const items = page.getByRole('list', { name: 'Pages to read' }).getByRole('listitem');
    await expect(items.filter({ hasText: 'Because you said “99.99 %' }).first()).toBeVisible();
    await expect(page.getByText(/^0 of \d+ pages? read/)).toBeVisible();

    const first = page.getByRole('checkbox', { name: /^Read: / }).first();
    await first.check();
    await expect(wizard.status).toContainText(/^(1 of \d+ pages?|All 1 page) read/);
    await page.reload();
    await wizard.openPart('Reading path');
    await expect(page.getByRole('checkbox', { name: /^Read: / }).first()).toBeChecked();
  });

  test('names pages that are not written without a link', async ({ wizard, page }) => {
    await wizard.openResult();
    await wizard.openPart('Reading path');
    const missing = page
      .getByRole('list', { name: 'Pages to read' })
      .getByRole('listitem')
      .filter({ hasText: 'not written yet' });
    await expect(missing.first()).toBeVisible();
    await expect(missing.first().getByRole('link')).toHaveCount(0);
    await expect(missing.first().getByRole('checkbox')).toHaveCount(0);
  });
});

test.describe('two designs side by side', () => {
  test('mark what differs, and stay while the reader goes to and fro', async ({ wizard, page }) => {
    await wizard.openResult();
    await wizard.openPart('Two designs side by side');
    await page.getByRole('button', { name: 'Keep for comparison' }).click();
    await expect(page.getByText('Both designs are the same.')).toBeVisible();

    await wizard.pin('Style').selectOption('microservices');
    const decisions = page.getByRole('table', { name: 'Decisions of both designs' });
    const style = decisions.getByRole('row', { name: /^Style/ });
    await expect(style.getByRole('cell')).toHaveText([
      'modular monolith',
      'microservices',
      'differs',
    ]);
    await expect(decisions.getByRole('cell', { name: 'same' })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Show what is equal too' }).check();
    await expect(decisions.getByRole('cell', { name: 'same' }).first()).toBeVisible();

    await page.getByRole('link', { name: 'Change an answer' }).click();
    await page.goBack();
    await expect(style).toContainText('differs');
    await page.reload();
    await wizard.openPart('Two designs side by side');
    await expect(style).toContainText('differs');
    await page.getByRole('button', { name: 'Let the kept design go' }).click();
    await expect(page.getByRole('button', { name: 'Keep for comparison' })).toBeVisible();
  });

  test('take a link, and say what is wrong with one', async ({ wizard, page }) => {
    await wizard.openResult();
    await wizard.pin('Style').selectOption('microservices');
    const link = page.url();
    await wizard.pin('Style').selectOption('');
    await wizard.openPart('Two designs side by side');
    const field = page.getByRole('textbox', { name: 'Link to a result' });
    await field.fill('https://example.org/');
    await field.press('Enter');
    await expect(field).toHaveAccessibleDescription(/does not carry a design/);
    await field.fill(link);
    await field.press('Enter');
    await expect(
      page
        .getByRole('table', { name: 'Decisions of both designs' })
        .getByRole('row', { name: /^Style/ }),
    ).toContainText('microservices');
  });

  test('take a saved file', async ({ wizard, page }) => {
    await wizard.openResult();
    await wizard.openPart('Two designs side by side');
    const input = page.getByLabel('Compare with a saved file');
    await input.setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{'),
    });
    await expect(wizard.status).toContainText('This is damaged');
  });
});

test.describe('the context and the key sequence', () => {
  test('are drawn, also in the other theme', async ({ wizard, page }) => {
    await wizard.openResult();
    await wizard.openPart('Context and key sequence');
    const pictures = wizard.drawings;
    await expect(pictures).toHaveCount(2);
    await expect(pictures.first()).toHaveAccessibleName(/^Context: /);
    await expect(pictures.last()).toHaveAccessibleName(/^Key sequence: /);
    const widths = async (): Promise<number[]> =>
      pictures.evaluateAll((images) => images.map((image) => Reflect.get(image, 'naturalWidth')));
    await expect.poll(async () => Math.min(...(await widths()))).toBeGreaterThan(100);
    await expect(page.locator('iframe')).toHaveCount(0);

    const light = await pictures.first().getAttribute('src');
    const theme = page.getByRole('button', { name: /^Color theme/ });
    await theme.click();
    await theme.click();
    await expect(theme).toHaveAccessibleName('Color theme: dark');
    await expect(pictures).toHaveCount(2);
    await expect(pictures.first()).not.toHaveAttribute('src', light ?? '');
    await expect.poll(async () => Math.min(...(await widths()))).toBeGreaterThan(100);
  });

  test('follow the answers, and stand in words and as source', async ({ wizard, page }) => {
    await wizard.openResult();
    await wizard.openPart('Context and key sequence');
    await expect(wizard.drawings).toHaveCount(2);
    await page.getByText('In words', { exact: true }).first().click();
    await expect(page.getByText(/ and proves itself by /).first()).toBeVisible();
    await page.getByText('Source (Mermaid)').last().click();
    const source = page.getByRole('region', { name: /^Source of: Key sequence/ });
    await expect(source).toContainText('sequenceDiagram');

    const before = await wizard.drawings.last().getAttribute('src');
    await wizard.pin('Style').selectOption('microservices');
    await expect(wizard.drawings).toHaveCount(2);
    await expect(wizard.drawings.last()).not.toHaveAttribute('src', before ?? '');
  });

  test('keep to a narrow screen', async ({ wizard, page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await wizard.openResult();
    await wizard.openPart('Context and key sequence');
    await expect(wizard.drawings).toHaveCount(2);
    const box = page.getByRole('group', { name: /^Drawing: Key sequence/ });
    expect((await box.boundingBox())?.width).toBeLessThanOrEqual(360);
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });

  test.describe('without the page that draws', () => {
    // The worker's own requests pass by the route below.
    test.use({ serviceWorkers: 'block' });

    test('show their source, say why, and are drawn when it is back', async ({
      wizard,
      page,
      problems,
    }) => {
      const frame = '**/drawing-frame/';
      await page.route(frame, (route) => route.fulfill({ status: 404, body: 'Gone' }));
      await wizard.openResult();
      await wizard.openPart('Context and key sequence');
      await expect(page.getByText(/^It could not be drawn: the code that draws/)).toHaveCount(2);
      await expect(wizard.status).toContainText('A diagram could not be drawn');
      await expect(page.getByRole('region', { name: /^Source of: Context/ })).toContainText(
        'flowchart TB',
      );
      await expect(page.getByRole('region', { name: /^Source of: Key/ })).toBeVisible();
      // The browser says that the page is missing, which is what is wanted here.
      problems.splice(0, problems.length, ...problems.filter((one) => !one.includes('404')));

      await page.unroute(frame);
      await page.getByRole('button', { name: 'Draw again' }).first().click();
      await expect(wizard.drawings).toHaveCount(1);
    });
  });
});

test('the raw model is shown as JSON', async ({ wizard, page }) => {
  await wizard.openResult();
  await wizard.openPart('Raw model');
  const text = await page.getByRole('region', { name: 'Raw model' }).textContent();
  expect(JSON.parse(text ?? '')).toHaveProperty('deployables');
});

test.describe('undo', () => {
  test('takes answers and pins back, by button and by key, and says so', async ({
    wizard,
    page,
  }) => {
    await wizard.openQuestion('availability');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
    await wizard.answer(/^99.95 %/).check();
    await wizard.answer(/^99.99 %/).check();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(wizard.answer(/^99.95 %/)).toBeChecked();
    await expect(wizard.status).toHaveText(/^Undone: “/);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(wizard.answer(/^99.99 %/)).toBeChecked();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(wizard.answer(/^99.95 %/)).toBeChecked();
    await page.keyboard.press('Control+y');
    await expect(wizard.answer(/^99.99 %/)).toBeChecked();

    await page.getByRole('link', { name: 'Skip to the result' }).click();
    await wizard.pin('Style').selectOption('microservices');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(wizard.status).toHaveText('Undone: the pin of style.');
    await expect(wizard.decision('Style')).toContainText('modular monolith');
    await page.goBack();
    await expect(wizard.answer(/^99.99 %/)).toBeChecked();
  });

  test('leaves the keys to the browser within a text field', async ({ wizard, page }) => {
    await wizard.openQuestion('team');
    await wizard.number('Engineers').fill('12');
    await wizard.number('Engineers').press('ControlOrMeta+z');
    await expect(wizard.status).not.toContainText('Undone');
    await wizard.heading.click();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(wizard.status).toContainText('Undone');
  });
});

test('says that nothing leaves the browser, whatever was done last', async ({ wizard, page }) => {
  await wizard.openResult();
  await wizard.pin('Style').selectOption('microservices');
  await expect(page.getByText('Nothing you type leaves your browser')).toBeVisible();
});

test.describe('on paper', () => {
  test('is a design document: reasons open, nothing to press', async ({ wizard, page }) => {
    await wizard.openResult();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(/^Design document, \d{4}-\d{2}-\d{2}$/)).toBeVisible();
    await expect(wizard.heading).toBeVisible();
    await expect(wizard.containers).toBeVisible();
    for (const part of ['Decisions', 'Answers and assumptions', 'Files', 'Not decided here']) {
      await expect(page.getByRole('heading', { name: new RegExp(`^${part}`) })).toBeVisible();
    }
    const rejected = wizard.decision('Style').locator('details p').first();
    await expect(rejected).toBeVisible();
    expect((await rejected.boundingBox())?.height).toBeGreaterThan(5);
    await expect(page.getByText('answers.json')).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Copy|Print|Download|Undo)/ })).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
  });
});

test('all parts are free of accessibility violations and fit every width', async ({
  wizard,
  page,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await wizard.openResult();
  await wizard.openPart('Two designs side by side');
  await page.getByRole('button', { name: 'Keep for comparison' }).click();
  await wizard.pin('Style').selectOption('microservices');
  for (const part of ['Reading path', 'Context and key sequence', 'Raw model']) {
    await wizard.openPart(part);
  }
  await expect(wizard.drawings).toHaveCount(2);
  await expect(page.getByText('Loading …')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 780 });
      const { violations } = await new AxeBuilder({ page })
        // What stands above has a test of its own, and takes axe minutes on a busy machine.
        .include('.extras')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(needed).toBeLessThanOrEqual(width);
    }
  }
});
