/** The wizard from the first question to the files, as a person uses it. */
import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { decisionIds } from '../../src/wizard/model/decisions.ts';
import { quickPath } from '../../src/wizard/questions/questions.ts';
import { WizardPage } from './pages/wizard.ts';
import { expect, wizardTest as test } from './wizard-fixture.ts';

test.describe('the quick path', () => {
  test('can be walked with the keyboard alone, and "not sure" all the way is a modular monolith', async ({
    page,
    wizard,
  }) => {
    await wizard.open();
    await wizard.tabTo(page.getByRole('link', { name: 'Start with 8 questions' }));
    await page.keyboard.press('Enter');
    for (const title of wizard.titles) {
      await expect(wizard.heading).toHaveText(title);
      await expect(wizard.heading).toBeFocused();
      await wizard.chooseLastByKeyboard(/^Not sure/);
      await wizard.tabTo(wizard.next);
      await page.keyboard.press('Enter');
    }
    await expect(wizard.heading).toContainText(/modular monolith/i);
    await expect(wizard.heading).toBeFocused();
    await expect(wizard.basis).toContainText('0 answered');
    await expect(wizard.decision('Style')).toContainText('modular monolith');
  });

  test('shows what an answer changes, and says it', async ({ wizard }) => {
    await wizard.openQuestion('availability');
    await expect(wizard.effect).toContainText('No answer yet');
    await wizard.answer(/^99.99 %/).check();
    await expect(wizard.effect).toContainText(`This answer changes 4 of ${decisionIds.length}`);
    await expect(wizard.effect.getByRole('row', { name: /^Rollout/ })).toContainText('canary');
    await expect(wizard.status).toContainText('This answer changes 4 of');
  });

  test('names the answers to relax where wishes collide', async ({ wizard, page }) => {
    await wizard.openQuestion('availability');
    await wizard.answer(/^99.99 %/).check();
    await expect(wizard.effect.getByRole('heading', { name: /tension/ })).toBeVisible();
    await wizard.effect.getByRole('link', { name: 'What do you have today?' }).first().click();
    await expect(wizard.heading).toHaveText('What do you have today?');
    await page.goBack();
    await expect(wizard.answer(/^99.99 %/)).toBeChecked();
  });

  test('keeps what was typed and says at the field what is wrong with it', async ({ wizard }) => {
    await wizard.openQuestion('team');
    const engineers = wizard.number('Engineers');
    await engineers.fill('a dozen');
    await wizard.next.click();
    await expect(engineers).toHaveValue('a dozen');
    await expect(engineers).toHaveAccessibleDescription('“a dozen” is not a whole number.');
    await expect(engineers).toBeFocused();
    await engineers.fill('12');
    await wizard.next.click();
    await expect(wizard.heading).toHaveText(wizard.titles[2] ?? '');
  });

  test('works the peak out from users and requests', async ({ wizard, page }) => {
    await wizard.openQuestion('load');
    await page.getByText('Work it out from users').click();
    await wizard.number('Users a day').fill('200,000');
    await wizard.number('Requests per user a day').fill('30');
    await page.getByRole('button', { name: 'Use as today’s peak' }).click();
    await expect(wizard.number('Peak today')).toHaveValue(
      String(Math.ceil((200_000 * 30 * 3) / 86_400)),
    );
  });
});

test.describe('rows that a person types', () => {
  test('follow from what is built, and can be named, added, moved and removed by keyboard', async ({
    wizard,
    page,
  }) => {
    await wizard.openQuestion('building');
    await wizard.answer(/^A shop/).check();
    await wizard.goTo('parts');
    await expect(wizard.rows('Capabilities')).toHaveCount(6);
    await expect(wizard.list('Capabilities')).toContainText(
      'Nothing that you type leaves your browser.',
    );
    await expect(wizard.rowName('catalog')).toHaveValue('catalog');

    await wizard.tabTo(page.getByRole('button', { name: 'Add a capability' }), 60);
    await page.keyboard.press('Enter');
    await expect(wizard.rowName('capability 7')).toBeFocused();
    await page.keyboard.type('returns');
    await expect(wizard.rowName('returns')).toHaveValue('returns');

    await page.getByRole('button', { name: 'Move returns up' }).focus();
    await page.keyboard.press('Enter');
    await expect(wizard.status).toContainText('Now 6 of 7.');
    await expect(page.getByRole('button', { name: 'Move returns up' })).toBeFocused();
    await expect(wizard.rows('Capabilities').nth(5)).toContainText('returns');

    await page.getByRole('button', { name: 'Remove returns' }).focus();
    await page.keyboard.press('Enter');
    await expect(wizard.status).toContainText('returns removed: 6 capabilities.');
    await expect(wizard.rowName('customers')).toBeFocused();
    await page.reload();
    await expect(wizard.rows('Capabilities')).toHaveCount(6);
  });

  test('say at the field what is wrong with a name, and keep it', async ({ wizard, page }) => {
    await wizard.openQuestion('parts');
    const name = wizard.rowName('records');
    await name.fill('a;b');
    await wizard.next.click();
    await expect(name).toHaveValue('a;b');
    await expect(name).toHaveAccessibleDescription(/^“;” cannot stand in a name/);
    await expect(name).toBeFocused();
    await name.fill('Accounts');
    await page.keyboard.press('Tab');
    await expect(name).toHaveAccessibleDescription(/same name in files as “accounts”/);
    await name.fill('files');
    await expect(wizard.rowName('files')).toHaveAccessibleDescription('');
    await wizard.next.click();
    await expect(wizard.basis).toContainText('1 answered');
    await expect(
      page.getByRole('definition').filter({ hasText: 'files and accounts' }),
    ).toBeVisible();
  });

  test('of actions settle how many parts one changes', async ({ wizard, page }) => {
    await wizard.openQuestion('across-parts');
    await expect(wizard.number('Parts changed by the largest action')).toHaveValue('1');
    await page.getByText('records, can be undone').click();
    await wizard.list('Changes, in this order').getByRole('checkbox', { name: 'accounts' }).check();
    await expect(page.getByText('From the rows: 2 parts changed by one action')).toBeVisible();
    await page.getByRole('button', { name: 'Move accounts earlier' }).click();
    await expect(wizard.status).toContainText('accounts comes earlier.');
    await wizard.answer(/^Not sure/).check();
    await expect(wizard.number('Parts changed by the largest action')).toHaveValue('1');
  });

  for (const place of ['parts', 'across-parts', 'messages', 'dependencies'] as const) {
    test(`of ${place} have no accessibility violation and fit every width`, async ({
      wizard,
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await wizard.openQuestion(place);
      await page.getByRole('button', { name: /^Add an? / }).click();
      for (const details of await page.locator('.row details').all()) {
        await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
      for (const width of [320, 360, 1440]) {
        await page.setViewportSize({ width, height: 780 });
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(needed).toBeLessThanOrEqual(width);
      }
    });
  }
});

test.describe('the address', () => {
  test('holds every answer: back keeps them, and a link brings them along', async ({
    wizard,
    page,
    context,
  }) => {
    await wizard.openQuestion('availability');
    await wizard.answer(/^99.95 %/).check();
    await wizard.next.click();
    await wizard.answer(/^Within minutes/).check();
    await page.goBack();
    await expect(wizard.answer(/^99.95 %/)).toBeChecked();
    await page.goForward();
    await expect(wizard.answer(/^Within minutes/)).toBeChecked();

    const elsewhere = new WizardPage(await context.newPage());
    await elsewhere.page.goto(page.url());
    await expect(elsewhere.answer(/^Within minutes/)).toBeChecked();
    await elsewhere.page.reload();
    await expect(elsewhere.answer(/^Within minutes/)).toBeChecked();
  });

  test('that is damaged is refused politely', async ({ wizard, page }) => {
    await wizard.open('#result~1.broken');
    await expect(wizard.problem).toContainText('This link cannot be opened.');
    await page.getByRole('link', { name: 'Start with 8 questions' }).click();
    await expect(wizard.heading).toHaveText(wizard.titles[0] ?? '');
    await expect(wizard.problem).toBeHidden();
  });

  test('survives an anchor within the page', async ({ wizard, page }) => {
    await wizard.openQuestion('availability');
    await wizard.answer(/^99.95 %/).check();
    const address = page.url();
    await page.keyboard.press('Tab');
    await page.evaluate(() => {
      location.hash = '#_top';
    });
    await expect(page).toHaveURL(address);
    await expect(wizard.answer(/^99.95 %/)).toBeChecked();
  });
});

test.describe('the result', () => {
  test('downloads as a zip with one record per decision', async ({ wizard, page }) => {
    await wizard.openResult();
    const downloading = page.waitForEvent('download');
    await wizard.download().click();
    const download = await downloading;
    const entries = unzipSync(await readFile(await download.path()));
    const names = Object.keys(entries);
    const records = names.filter((name) => /(^|\/)adr\//.test(name));
    expect(records.length).toBeGreaterThanOrEqual(decisionIds.length);
    expect(names.some((name) => name.endsWith('.mmd'))).toBe(true);
    await expect(wizard.status).toContainText(`architecture.zip with ${names.length} files`);
    const [style] = records.filter((name) => name.includes('style'));
    expect(strFromU8(entries[style ?? ''] ?? new Uint8Array())).toMatch(/modular monolith/i);
  });

  test('copies a link and saves answers that open again', async ({ wizard, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await wizard.openQuestion('availability');
    await wizard.answer(/^99.99 %/).check();
    await page.getByRole('link', { name: 'Skip to the result' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(wizard.status).toContainText('Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save answers' }).click();
    const saved = await readFile(await (await downloading).path());

    const elsewhere = new WizardPage(await context.newPage());
    await elsewhere.openResult();
    await expect(elsewhere.basis).toContainText('0 answered');
    await elsewhere.openFile('saved.json', saved);
    await expect(elsewhere.basis).toContainText('1 answered');
    await elsewhere.openFile('damaged.json', Buffer.from('{'));
    await expect(elsewhere.problem).toContainText('This file cannot be opened.');
    await expect(elsewhere.basis).toContainText('1 answered');
  });

  test('ranks what is still open, and names what it does not decide', async ({ wizard, page }) => {
    await wizard.openQuestion('interaction');
    await wizard.answer(/^Two-way live traffic/).check();
    await wizard.next.click();
    await wizard.next.click();
    await page.getByRole('link', { name: /open questions can still change this$/ }).click();
    await expect(page.getByRole('heading', { name: /^Still open/ })).toBeInViewport();
    await expect(wizard.basis).toContainText('1 answered');
    await expect(
      page.getByRole('definition').filter({ hasText: /^the .* (architect|auditor|engineer)$/ }),
    ).toHaveCount(4);
  });

  test('keeps assumed what was not stated beside an answer', async ({ wizard, page }) => {
    await wizard.openQuestion('load');
    await wizard.number('Peak today').fill('2000');
    await expect(wizard.number('Peak in a year')).toHaveValue('2000');
    await page.getByRole('link', { name: 'Skip to the result' }).click();
    const answer = page
      .getByRole('definition')
      .filter({ hasText: '2,000 requests/s at the peak today' });
    await expect(answer).toContainText(/at the peak in a year\s+assumed/);
  });

  test('keeps a pin that breaks a rule, and flags it', async ({ wizard }) => {
    await wizard.openResult();
    await wizard.pin('Style').selectOption('microservices');
    await expect(wizard.decision('Style')).toContainText('microservices');
    await expect(wizard.decision('Style')).toContainText('Against a rule');
    await expect(wizard.pin('Style')).toHaveAccessibleDescription(/^Against a rule/);
    await expect(wizard.status).toContainText('That is against a rule.');
    await wizard.pin('Style').selectOption('');
    await expect(wizard.decision('Style')).toContainText('modular monolith');
  });

  test('shows each file with what checked it', async ({ wizard, page }) => {
    await wizard.openResult();
    const files = page.getByRole('list', { name: 'Generated files' }).getByRole('button');
    const last = files.last();
    const path = (await last.locator('.path').textContent()) ?? '';
    await last.click();
    await expect(page.getByRole('region', { name: `Text of ${path}` })).not.toBeEmpty();
  });

  test('has a drawing with an alternative in words', async ({ wizard, page }) => {
    await wizard.openResult();
    await expect(wizard.containers).toHaveAccessibleName(/\w+ .*\./);
    await page.getByText('The same in words').click();
    await expect(page.getByText(/timeout \d+ ms/).first()).toBeVisible();
  });
});

test.describe('for everybody', () => {
  for (const place of [...quickPath, 'result'] as const) {
    test(`${place} has no accessibility violation and fits 360 px`, async ({ wizard, page }) => {
      // The result has forty decisions with their reasons: axe looks at each of them, twice.
      test.slow(place === 'result');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      if (place === 'result') await wizard.openResult();
      else await wizard.openQuestion(place);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 780 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(360);
    });
  }

  test('reads without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const wizard = new WizardPage(await context.newPage());
    await wizard.page.goto('/wizard/');
    for (const title of wizard.titles) {
      await expect(wizard.page.getByRole('heading', { name: title })).toBeVisible();
    }
    await expect(wizard.page.locator('noscript p')).toBeVisible();
    await expect(wizard.page.getByRole('heading', { name: /modular monolith/i })).toBeVisible();
    await context.close();
  });
});
