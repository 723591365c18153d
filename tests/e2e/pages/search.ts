import type { Locator, Page } from '@playwright/test';

/** The search: the dialog that the header opens on any page, or the box of the home page. */
export class SearchPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly box: Locator;
  readonly options: Locator;
  readonly status: Locator;

  constructor(page: Page, where: 'dialog' | 'home') {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Search' });
    const root = where === 'dialog' ? this.dialog : page.getByRole('region', { name: 'Look up' });
    this.box = root.getByRole('combobox', { name: 'Search by name, symptom or metric' });
    this.options = root.getByRole('option');
    this.status = root.getByRole('status');
  }

  /** An option by a part of its words. */
  option(name: string | RegExp): Locator {
    return this.options.filter({ hasText: name });
  }

  /** The option the box points at for a screen reader; null while it points at none. */
  async activeOption(): Promise<string | null> {
    const id = await this.box.getAttribute('aria-activedescendant');
    return id === null ? null : this.page.locator(`#${id} b`).textContent();
  }
}
