/** An example is edited in its page: run, reset, kept, taken home. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test as base } from './fixtures.ts';
import { violations } from '../a11y/violations.ts';
import { Editor } from './pages/editor.ts';

const test = base.extend<{ editor: Editor }>({
  editor: async ({ page }, use) => {
    await use(new Editor(page));
  },
});

test.use({ serviceWorkers: 'block' });

/** With a type for the engine to strip. */
const program = "const six: number = 6; console.log('edited', six / 2);\n";

test.describe('the editor', () => {
  test('opens in the place of the code and runs what is written', async ({ editor, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await editor.open();
    expect(asked.filter((url) => /edit-pane|download-project/.test(url))).toEqual([]);
    await editor.edit.click();
    await expect(editor.text).toBeFocused();
    await expect(editor.text).toContainText('export class CircuitBreaker');
    await expect(editor.block.file('breaker.ts')).toBeHidden();

    await editor.write('main.ts', program);
    await expect(editor.tab('main.ts')).toHaveAccessibleName('main.ts, edited');
    await editor.block.run.click();
    await editor.printed('edited 3');
    expect(await page.evaluate(() => document.querySelectorAll('style').length)).toBe(0);
  });

  test('works with the keyboard alone, and lets it out again', async ({ editor, page }) => {
    await editor.open();
    await editor.edit.press('Enter');
    await expect(editor.text).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor.status).toContainText('Tab now leaves the editor');
    await page.keyboard.press('Shift+Tab');
    await expect(editor.addFile).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(editor.tab('breaker.ts')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(editor.tab('breaker.test.ts')).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(editor.tab('main.ts')).toBeFocused();
    await expect(editor.tab('main.ts')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Tab');
    await expect(editor.addFile).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(editor.text).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    // A slash opens the search elsewhere on the page.
    await page.keyboard.type(program.trim());
    await expect(editor.block.status.first()).toContainText('Recorded');
    await page.keyboard.press('ControlOrMeta+Enter');
    await editor.printed('edited 3');
    await expect(editor.text).toHaveText(program.trim());
    await page.keyboard.press('Tab');
    await expect(editor.text).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(editor.resetFile).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(editor.reset).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(editor.bringBack).toBeFocused();
  });

  test('resets all edits, and brings them back', async ({ editor }) => {
    await editor.open();
    await editor.edit.click();
    await expect(editor.reset).toBeHidden();
    await editor.write('main.ts', program);
    await editor.reset.click();
    await expect(editor.text).toContainText('import { compare');
    await expect(editor.tab('main.ts')).toHaveAccessibleName('main.ts');
    await editor.bringBack.click();
    await expect(editor.text).toHaveText(program.trim());
    await editor.block.run.click();
    await editor.printed('edited 3');
  });

  test('adds, renames and deletes files by the keyboard, and undoes the last deletion', async ({
    editor,
    page,
  }) => {
    await editor.open();
    await editor.edit.click();
    await editor.addFile.press('Enter');
    await expect(editor.fileName).toBeFocused();
    await editor.fileName.fill('../up.ts');
    await editor.fileName.press('Enter');
    await expect(editor.fileName).toBeFocused();
    await expect(editor.fileName).toHaveAccessibleDescription(/^Use letters, digits/);
    await editor.fileName.fill('Main.ts');
    await editor.fileName.press('Enter');
    await expect(editor.fileName).toHaveAccessibleDescription('There is a file main.ts already.');
    await editor.fileName.fill('lib/six.ts');
    await editor.fileName.press('Enter');
    await expect(editor.tab('lib/six.ts')).toHaveAttribute('aria-selected', 'true');
    await expect(editor.text).toBeFocused();
    await page.keyboard.insertText('export const six: number = 6;');

    await editor.act('Rename').press('Enter');
    await expect(editor.fileName).toHaveValue('lib/six.ts');
    await page.keyboard.press('Escape');
    await expect(editor.act('Rename')).toBeFocused();
    await page.keyboard.press('Enter');
    await editor.fileName.fill('lib/number.ts');
    await editor.fileName.press('Enter');
    await expect(editor.tab('lib/six.ts')).toHaveCount(0);
    await expect(editor.text).toHaveText('export const six: number = 6;');

    await editor.act('Delete').press('Enter');
    await expect(editor.status).toHaveText('lib/number.ts is deleted.');
    await expect(editor.tab('lib/number.ts')).toHaveCount(0);
    await expect(editor.act('Undo delete')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(editor.text).toHaveText('export const six: number = 6;');

    await editor.write('main.ts', "import { six } from './lib/number.ts'; console.log(six / 2);");
    for (const name of ['Rename', 'Delete']) await expect(editor.act(name)).toHaveCount(0);
    await editor.block.run.click();
    await expect(editor.block.output.locator('samp')).toHaveText('3');
    await editor.resetFile.click();
    await expect(editor.text).toContainText('import { compare');
    await expect(editor.tab('lib/number.ts')).toBeVisible();
  });

  test('that does not load says so, and the next press tries again', async ({
    editor,
    page,
    problems,
  }) => {
    await page.route('**/edit-pane.*', (route) => route.abort());
    await editor.open();
    await editor.edit.click();
    await expect(editor.block.problem).toContainText('press Edit again');
    await page.unroute('**/edit-pane.*');
    await editor.edit.click();
    await expect(editor.text).toBeFocused();
    // The request that was made to fail.
    problems.splice(0, problems.length, ...problems.filter((text) => !/ERR_FAILED/.test(text)));
  });
});

test.describe('a draft', () => {
  test('survives a reload with its knobs, and is asked about', async ({ editor, page }) => {
    await editor.open();
    await editor.edit.click();
    await editor.write('main.ts', program);
    await editor.block.typed('threads').fill('8');
    await expect(editor.status).toHaveText('Kept in this browser.');
    // Leaving keeps what the last moment changed.
    await page.reload();
    await expect(editor.block.block).toContainText(/You have edits from .*20\d\d/);
    await expect(editor.block.typed('threads')).toHaveValue('4');
    await editor.resume.click();
    await expect(editor.tab('main.ts')).toHaveAccessibleName('main.ts, edited');
    await expect(editor.block.typed('threads')).toHaveValue('8');
    await editor.block.run.click();
    await editor.printed('edited 3');
  });

  test('of two tabs is the one that changed last, and the other is told', async ({
    editor,
    context,
    page,
  }) => {
    await editor.open();
    await editor.edit.click();
    await editor.write('main.ts', "console.log('first');");
    await expect(editor.status).toHaveText('Kept in this browser.');
    const second = new Editor(await context.newPage());
    await second.block.open();
    await second.block.file('breaker.ts').scrollIntoViewIfNeeded();
    await second.resume.click();
    await second.write('main.ts', "console.log('second');");
    await expect(second.status).toHaveText('Kept in this browser.');
    await expect(editor.status).toContainText('Another tab edits this example, too.');
    // Leaving writes nothing that is kept already.
    await page.reload();
    await editor.resume.click();
    await editor.tab('main.ts').click();
    await expect(editor.text).toHaveText("console.log('second');");
  });

  test('is discarded for good', async ({ editor, page }) => {
    await editor.open();
    await editor.edit.click();
    await editor.write('main.ts', program);
    await page.reload();
    await editor.discard.click();
    await expect(editor.edit).toBeFocused();
    await page.reload();
    await expect(editor.edit).toBeVisible();
    await editor.edit.click();
    await expect(editor.tab('main.ts')).toHaveAccessibleName('main.ts');
  });

  test('cannot be kept without storage, and the editor says so', async ({ editor, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('no storage', 'SecurityError');
        },
      });
    });
    await editor.open();
    await editor.edit.click();
    await editor.write('main.ts', program);
    await expect(editor.status).toContainText('This browser keeps nothing here');
    await editor.block.run.click();
    await editor.printed('edited 3');
  });
});

test('the download is the project with the edits', async ({ editor, page }) => {
  await editor.open();
  await editor.edit.click();
  await editor.write('main.ts', program);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    editor.download.last().click(),
  ]);
  expect(download.suggestedFilename()).toBe('circuit-breaker.zip');
  const files = unzipSync(await readFile(await download.path()));
  expect(strFromU8(files['circuit-breaker/main.ts'] ?? new Uint8Array())).toBe(program);
  expect(Object.keys(files)).toContain('circuit-breaker/lab/index.ts');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing for axe to say in ${colorScheme}, wide and at 360 pixels`, async ({
    editor,
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await editor.open();
    await editor.edit.click();
    await editor.write('main.ts', "// a comment\nconst text = 'a string', number = 1;\n");
    await expect(editor.status).toHaveText('Kept in this browser.');
    expect(await violations(page, { within: 'pattern-playground' })).toEqual([]);

    await page.setViewportSize({ width: 360, height: 780 });
    expect(await violations(page, { within: 'pattern-playground' })).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBeLessThanOrEqual(360);
    await page.reload();
    await editor.block.file('breaker.ts').scrollIntoViewIfNeeded();
    await expect(editor.resume).toBeVisible();
    expect(await violations(page, { within: 'pattern-playground' })).toEqual([]);
  });
}
