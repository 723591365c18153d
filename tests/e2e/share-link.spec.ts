/** A link with code: made, copied, opened; it never runs by itself. */
import { encodeShared } from '../../playground/session/share-link.ts';
import { expect as impatient, test as base } from './fixtures.ts';
import { Editor } from './pages/editor.ts';

/** Four scripts come one after the other before a link is told of; a busy machine takes seconds. */
const expect = impatient.configure({ timeout: 20_000 });

const test = base.extend<{ editor: Editor }>({
  editor: async ({ page }, use) => {
    await use(new Editor(page));
  },
});

test.use({ serviceWorkers: 'block' });

const example = 'resilience-and-fault-tolerance/circuit-breaker';
const path = `/patterns/${example}/`;
/** Says that it runs in a way that no test can miss. */
const program = "console.log('from the link');\n";

function linkOf(files: Record<string, string>, knobs: Record<string, string> = {}): string {
  const made = encodeShared({ example, edits: { files, knobs } });
  if (!made.ok) throw new Error('too large');
  return `#${made.value}`;
}

const sent = linkOf({ 'main.ts': program }, { THREADS: '8' });

test('carries files and knobs from one visit to the next, by the keyboard', async ({
  editor,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open();
  await editor.edit.click();
  await editor.write('main.ts', program);
  await editor.block.typed('threads').fill('8');
  await editor.share.press('Enter');
  await expect(editor.link).toBeFocused();
  await editor.copyLink.press('Enter');
  await expect(editor.shareStatus).toHaveText(/The link is copied: \d{3} characters\./);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe(path);
  expect(new URL(link).hash).toBe(sent);

  const other = await context.newPage();
  const opened = new Editor(other);
  await other.goto(link);
  await expect(opened.notice).toContainText('This code came with a link');
  await expect(opened.notice).toBeInViewport();
  await expect(opened.text).toHaveText(program.trim());
  await expect(opened.block.typed('threads')).toHaveValue('8');
  await opened.block.run.click();
  await opened.printed('from the link');
});

test('shows its code and runs nothing, whatever a reader does but run it', async ({
  editor,
  page,
}) => {
  await page.goto(path + sent);
  await expect(editor.text).toHaveText(program.trim());
  const quiet = async (): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await expect(editor.block.status.first()).toContainText('nothing has run in this page yet');
    await expect(editor.block.output).not.toContainText('from the link');
  };
  await quiet();
  await editor.block.typed('threads').fill('6');
  await editor.block.slider('open time').press('ArrowRight');
  await quiet();
  await editor.block.reset.click();
  await editor.block.drawings.first().scrollIntoViewIfNeeded();
  await quiet();
  await page.goto('/about/');
  await page.goBack();
  await expect(editor.text).toHaveText(program.trim());
  await quiet();
  await editor.block.run.click();
  await editor.printed('from the link');
  // From here on it is the reader's own doing.
  await editor.block.typed('threads').fill('5');
  await expect(editor.block.output).toContainText('THREADS=5 node main.ts');
});

test('opens in a page that is open already, and runs nothing there', async ({ editor, page }) => {
  await editor.open();
  await editor.block.run.click();
  await editor.block.finished();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, sent);
  await expect(editor.notice).toContainText('This code came with a link');
  await expect(editor.text).toHaveText(program.trim());
  await editor.block.typed('threads').fill('6');
  // A run that a knob begins would have said so before the page has nothing left to do.
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))),
  );
  await expect(editor.block.status.first()).not.toContainText('Running');
  await expect(editor.block.output).not.toContainText('from the link');
});

test('leaves a reader’s own edits alone, and keeps changes to it apart', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.edit.click();
  await editor.write('main.ts', "console.log('my own');\n");
  await expect(editor.status).toHaveText('Kept in this browser.');

  await page.goto(`/about/`);
  await page.goto(path + sent);
  await expect(editor.text).toHaveText(program.trim());
  await editor.write('main.ts', "console.log('changed');\n");
  await expect(editor.status).toHaveText('Kept in this browser.');
  await page.reload();
  await expect(editor.notice).toContainText('you changed it on');
  await expect(editor.text).toHaveText("console.log('changed');");
  await editor.notice.getByRole('button', { name: 'Discard my changes' }).click();
  await expect(editor.text).toHaveText(program.trim());

  await editor.notice.getByRole('button', { name: /^Open my own edits of/ }).click();
  await expect(editor.notice).toHaveCount(0);
  await editor.tab('main.ts').click();
  await expect(editor.text).toHaveText("console.log('my own');");
  expect(new URL(page.url()).hash).toBe('');
  await page.goto(path + sent);
  await page.reload();
  await expect(editor.text).toHaveText(program.trim());
});

for (const [what, hash, said] of [
  ['damaged', `${sent.slice(0, -5)}AAAAA`, 'This link is damaged'],
  ['cut', sent.slice(0, 40), 'This link is damaged'],
  ['newer', '#p9.abc', 'made with a newer version of this page'],
] as const) {
  test(`that is ${what} says so politely, and the page works`, async ({ editor, page }) => {
    await page.goto(path + hash);
    await expect(editor.notice).toContainText(said);
    await expect(editor.notice).toContainText('Here is the example as the page has it.');
    await editor.notice.getByRole('button', { name: 'Show the page’s code' }).click();
    await expect(editor.notice).toHaveCount(0);
    await expect(editor.edit).toBeFocused();
    await editor.block.run.click();
    await editor.block.finished();
  });
}

test('of another example names it and leads there', async ({ editor, page }) => {
  const made = encodeShared({
    example: 'some-category/other-pattern',
    edits: { files: { 'main.ts': program }, knobs: {} },
  });
  await page.goto(`${path}#${made.ok ? made.value : ''}`);
  const link = editor.notice.getByRole('link', { name: 'Open it on the page of other pattern' });
  await expect(link).toHaveAttribute('href', /^\/patterns\/some-category\/other-pattern\/#p1\./);
  await expect(editor.block.file('breaker.ts')).toBeVisible();
});

test('that would be too large says so and offers the zip', async ({ editor }) => {
  await editor.open();
  await editor.edit.click();
  // Digits of no pattern, which do not get smaller.
  const digits = Array.from({ length: 9_000 }, (_, at) => Math.sin(at).toString(36).slice(4, 9));
  await editor.write('main.ts', `// ${digits.join('')}\n`);
  await editor.share.click();
  await expect(editor.shareStatus).toContainText(/bytes too large for a link. Send the zip/);
  await expect(editor.copyLink).toBeDisabled();
  await expect(editor.box.getByRole('button', { name: 'Download the zip' })).toBeVisible();
  expect(await editor.embedCode.inputValue()).not.toContain('#');
});
