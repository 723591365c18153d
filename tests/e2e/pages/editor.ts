import { expect, type Locator, type Page } from '@playwright/test';
import { RunBlock } from './run-block.ts';

/** The editor of a run block, as a reader uses it: by role and name. */
export class Editor {
  readonly block: RunBlock;
  readonly page: Page;
  readonly edit: Locator;
  readonly text: Locator;
  readonly reset: Locator;
  readonly bringBack: Locator;
  readonly resume: Locator;
  readonly discard: Locator;
  readonly download: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.block = new RunBlock(page);
    const root = this.block.block;
    const pane = root.getByRole('region', { name: 'Editor' });
    this.edit = root.getByRole('button', { name: 'Edit', exact: true });
    this.text = pane.getByRole('textbox');
    this.reset = pane.getByRole('button', { name: 'Reset all edits' });
    this.bringBack = pane.getByRole('button', { name: 'Bring back my edit' });
    this.status = pane.getByRole('status');
    this.resume = root.getByRole('button', { name: 'Continue' });
    this.discard = root.getByRole('button', { name: 'Discard' });
    this.download = root.getByRole('button', { name: 'Download' });
  }

  /** Opens the page and waits for the tools, which come with the code in view. */
  async open(): Promise<void> {
    await this.block.open();
    await this.block.file('breaker.ts').scrollIntoViewIfNeeded();
    await expect(this.download).toBeVisible();
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
