import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { RunBlock } from './run-block.ts';

/** The editor of a run block, as a reader uses it: by role and name. */
export class Editor {
  readonly block: RunBlock;
  readonly page: Page;
  readonly edit: Locator;
  readonly text: Locator;
  readonly reset: Locator;
  readonly bringBack: Locator;
  readonly resetFile: Locator;
  readonly addFile: Locator;
  readonly fileName: Locator;
  readonly resume: Locator;
  readonly discard: Locator;
  readonly download: Locator;
  readonly status: Locator;
  /** Number of the line that is marked. */
  readonly faultyLine: Locator;
  readonly notice: Locator;
  readonly share: Locator;
  readonly box: Locator;
  readonly link: Locator;
  readonly embedCode: Locator;
  readonly copyLink: Locator;
  readonly shareStatus: Locator;

  constructor(page: Page, root: Page | FrameLocator = page) {
    this.page = page;
    this.block = new RunBlock(page, root);
    const { block } = this.block;
    const pane = block.getByRole('region', { name: 'Editor' });
    this.edit = block.getByRole('button', { name: 'Edit', exact: true });
    this.text = pane.getByRole('textbox', { name: /, editor$/ });
    this.reset = pane.getByRole('button', { name: 'Reset all edits' });
    this.bringBack = pane.getByRole('button', { name: 'Bring back my edit' });
    this.resetFile = pane.getByRole('button', { name: 'Reset file' });
    this.addFile = pane.getByRole('button', { name: 'Add file' });
    this.fileName = pane.getByRole('textbox', { name: /^(?:Name of the new file|New name of)/ });
    this.status = pane.getByRole('status');
    this.resume = block.getByRole('button', { name: 'Continue' });
    this.discard = block.getByRole('button', { name: 'Discard' });
    this.faultyLine = pane.locator('.cm-fault-number');
    this.notice = block.getByRole('region', { name: 'From a link' });
    this.share = block.getByRole('button', { name: 'Share', exact: true });
    this.box = block.getByRole('region', { name: 'Share' });
    this.link = this.box.getByRole('textbox', { name: 'Link' });
    this.embedCode = this.box.getByRole('textbox', { name: /^Code that shows/ });
    this.copyLink = this.box.getByRole('button', { name: 'Copy link' });
    this.shareStatus = this.box.getByRole('status');
    this.download = block.getByRole('button', { name: 'Download' });
  }

  /** Opens the page and waits for the tools, which come with the code in view. */
  async open(): Promise<void> {
    await this.block.open();
    await this.block.file('breaker.ts').scrollIntoViewIfNeeded();
    await expect(this.download).toBeVisible({ timeout: 20_000 });
  }

  /** What can be done with the file that is open. */
  act(name: string): Locator {
    return this.block.block.getByRole('button', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.block.block.getByRole('tab', { name });
  }

  /** Replaces the text of a file. */
  async write(name: string, text: string): Promise<void> {
    await this.tab(name).click();
    await this.text.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** Waits until the output has this text. */
  printed(text: string): Promise<void> {
    return expect(this.block.output).toContainText(text);
  }
}
