// cspell:ignore mline
// cspell:ignore mgreen
/** The panels of a run block: output, a moment, guesses, tests, and which engine runs. */
import { ESC, expect, test } from './block-fixtures.ts';
import { Editor } from './pages/editor.ts';

test.describe.configure({ timeout: 180_000 });

test.describe('the output', () => {
  test('has the looks of a terminal, as text with classes', async ({ block }) => {
    await block.serveProgram(
      `console.log('${ESC}[1;31mred${ESC}[0m plain ${ESC}[48;2;0;90;0mgreen ground${ESC}[m ${ESC}[2J<b>');`,
    );
    await block.open();
    await block.run.click();
    await expect(block.output).toContainText('red plain green ground <b>');
    const red = block.output.getByText('red', { exact: true });
    await expect(red).toHaveClass('t-bold t-fg t-c1');
    await expect(block.output.getByText('green ground')).toHaveClass('t-bg t-b2');
    expect(await block.output.locator('[style]').count()).toBe(0);
  });

  test('is summed up for a screen reader, cleared and copied', async ({ block, context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await block.serveProgram("console.log('one\\ntwo\\nthree'); console.error('bad');");
    await block.open();
    await block.run.click();
    await expect(block.said).toHaveText(
      /^3 lines of output, 1 line of errors\. The last: (?:two; three|three; bad)$/,
    );
    await expect(block.errors).toContainText('bad');
    await block.block
      .locator('[data-part=output]')
      .getByRole('button', { name: 'Copy' })
      .first()
      .click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('one\ntwo\nthree\n');
    await block.block.getByRole('button', { name: 'Clear' }).click();
    await expect(block.output).not.toContainText('one');
    await expect(block.errors).toBeHidden();
    await expect(block.said).toHaveText('The output is empty.');
  });

  test('takes 20,000 lines, and says where a limit cut it', async ({ block, page }) => {
    await block.serveProgram(
      // It pauses, so that a busy machine does not take it for an endless loop.
      `for (let n = 0; n < 30_000; n++) {
         if (n % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
         console.log('${ESC}[3' + (n % 8) + 'mline ' + n);
       }`,
    );
    await block.open();
    await block.run.click();
    await expect(block.block.locator('[data-part=cut]')).toContainText('20,000 lines or 1 MiB');
    await expect(block.said).toContainText(/lines of output\. The last: line /);
    expect(((await block.said.textContent()) ?? '').length).toBeLessThan(120);
    const answered = await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    expect(answered).toEqual(expect.any(Number));
    expect(await block.output.locator('span').count()).toBeLessThanOrEqual(20_001);
  });
});

test.describe('a moment of the drawings', () => {
  test('is reached by keyboard, told in words, and dims what is later', async ({ block, page }) => {
    await block.openAtDrawings();
    const slider = block.slider('Moment');
    await expect(slider).toHaveAttribute('aria-valuetext', 'the whole run');
    await slider.focus();
    for (let press = 0; press < 7; press++) await page.keyboard.press('PageDown');
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      /^9\ss\. Without a breaker: payment hangs, 8 calls in flight, threads held 4.* With the breaker: .*breaker closed/,
    );
    await expect(block.block.getByText('at 9 s')).toBeVisible();
    await expect(block.block.getByRole('definition').filter({ hasText: 'closed' })).toBeVisible();
    const veils = block.block.locator('figure .later');
    await expect(veils.first()).toBeVisible();
    expect(await veils.count()).toBe(2);

    await page.keyboard.press('End');
    await expect(slider).toHaveAttribute('aria-valuetext', 'the whole run');
    await expect(veils.first()).toBeHidden();
  });

  test('stays where it is when a knob redraws', async ({ block, page }) => {
    await block.openAtDrawings();
    await block.slider('Moment').focus();
    for (let press = 0; press < 6; press++) await page.keyboard.press('PageDown');
    await block.slider('outage').press('Home');
    await expect(block.slider('Moment')).toHaveAttribute(
      'aria-valuetext',
      /^12\ss\. Without a breaker: \d+ calls? in flight/,
    );
  });

  test('plays and pauses, where motion is wanted', async ({ block, page }) => {
    await block.openAtDrawings();
    const play = block.block.getByRole('button', { name: 'Play' });
    await play.click();
    const pause = block.block.getByRole('button', { name: 'Pause' });
    await expect(block.block.getByText(/^at \d/)).toBeVisible();
    await pause.click();
    await expect(play).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await block.openAtDrawings();
    await block.run.click();
    await block.finished();
    await expect(play).toBeHidden();
  });
});

test.describe('an experiment', () => {
  test('asks for a guess, and puts guess, result and answer together', async ({ block }) => {
    await block.open();
    const item = block.block
      .getByRole('listitem')
      .filter({ hasText: 'Set the call timeout to 1 s.' });
    const press = item.getByRole('button', { name: /^Set call timeout/ });
    await press.click();
    await expect(item).toContainText('Say first what you expect');
    await expect(block.slider('call timeout')).toHaveValue('3');

    await item.getByRole('radio', { name: 'No', exact: true }).check();
    await press.click();
    await block.finished();
    await expect(item).toContainText('Your guess: No. It is: Yes, for the buyers.');
    await expect(item.getByRole('row', { name: /^checkout failed/ })).toContainText('20');
    await expect(item.getByText('20 failed checkouts become 6')).toBeVisible();

    await block.open();
    await press.click();
    await expect(item.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  });

  test('takes a guess in words, and runs without one on a second press', async ({ block }) => {
    await block.open();
    const item = block.block.getByRole('listitem').filter({ hasText: 'Give the shop 16 threads.' });
    await item.getByRole('button', { name: /^Set threads/ }).click();
    await item.getByRole('textbox', { name: 'Your guess' }).fill('the pages. <b>');
    await item.getByRole('button', { name: /^Set threads/ }).click();
    await block.finished();
    await expect(item).toContainText('Your guess: the pages. <b>.');

    const other = block.block
      .getByRole('listitem')
      .filter({ hasText: 'Let it rest for 1 s only.' });
    const press = other.getByRole('button', { name: /^Set open time/ });
    await press.click();
    await press.click();
    await expect(other).toContainText('You made no guess.');
  });
});

const failing = `
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
describe('numbers', () => {
  it('add', () => {});
  it('multiply', () => {
    assert.equal(2 * 2, 5);
  });
  it.skip('divide', () => {});
});
`;

test.describe('the tests', () => {
  test('are a tree of what passed, with counts', async ({ block }) => {
    await block.open();
    await block.tests.click();
    await expect(block.testTree).toContainText(/\d+ passed, 0 failed of \d+/);
    const suite = block.testTree
      .getByRole('listitem')
      .filter({ hasText: 'a closed breaker' })
      .first();
    await expect(suite.getByRole('listitem').first()).toContainText(
      'passed: opens at the threshold',
    );
  });

  test('say what failed, and lead to its line', async ({ block }) => {
    await block.serveProgram('', failing);
    await block.open();
    await block.tests.click();
    await expect(block.testTree).toContainText('1 passed, 1 failed, 1 skipped of 3', {
      timeout: 20_000,
    });
    await expect(block.status).toContainText('Tests: 1 passed, 1 failed.');
    await expect(block.testTree.getByRole('region', { name: 'Failure of multiply' })).toContainText(
      '4 !== 5',
    );
    await expect(block.output).toContainText('✖ failing tests:');
    await block.testTree.getByRole('button', { name: 'breaker.test.ts:7' }).click();
    await expect(block.tab('breaker.test.ts')).toBeChecked();
    await expect(block.file('breaker.test.ts')).toBeFocused();
  });

  test('lead into the editor where it is open', async ({ block, page }) => {
    await block.serveProgram('', failing);
    await block.open();
    const editor = new Editor(page);
    await block.file('breaker.ts').scrollIntoViewIfNeeded();
    await editor.edit.click();
    await expect(editor.tab('main.ts')).toHaveAttribute('aria-selected', 'true');
    await block.tests.click();
    await block.testTree.getByRole('button', { name: 'breaker.test.ts:7' }).click();
    await expect(editor.tab('breaker.test.ts')).toHaveAttribute('aria-selected', 'true');
    await expect(editor.text).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.insertText(' // here');
    await expect(editor.text).toContainText('assert.equal(2 * 2, 5); // here');
  });
});

test('a block says which engine runs it, and offers the other', async ({ block, page }) => {
  await block.open();
  const other = block.block.getByRole('link', { name: 'Use WebContainer' });
  await expect(other).toHaveAttribute(
    'href',
    '/playground/?example=resilience-and-fault-tolerance/circuit-breaker',
  );
  await block.run.click();
  await block.finished();
  await expect(block.status).toContainText('Ran in this page: the built-in engine');
  await page.goto((await other.getAttribute('href')) ?? '');
  await expect(page.getByRole('group', { name: 'Engine' })).toBeVisible();
  await expect(other).toBeHidden();
});
