import type { Locator, Page } from '@playwright/test';
import type { QuestionId } from '../../../src/wizard/model/answers.ts';
import { question, quickPath } from '../../../src/wizard/questions/questions.ts';

/** The wizard as a person uses it: by role and name. */
export class WizardPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly effect: Locator;
  readonly problem: Locator;
  readonly status: Locator;
  readonly next: Locator;
  readonly containers: Locator;
  readonly decisions: Locator;
  /** The pictures of the context and the key sequence. */
  readonly drawings: Locator;
  /** As in "Result: 8 answered, 13 assumed". */
  readonly basis: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.effect = page.getByRole('complementary', { name: 'Effect of this answer' });
    this.problem = page.getByRole('alert');
    this.status = page.locator('wizard-app').getByRole('status');
    this.next = page.getByRole('button', { name: /^(Next|See the result)$/ });
    this.containers = page.locator('figure').getByRole('img').first();
    this.decisions = page.getByRole('table').filter({ hasText: 'Flips when' });
    this.drawings = page.getByRole('group', { name: /^Drawing: / }).getByRole('img');
    this.basis = page.getByText(/^Result: \d+ answered/);
  }

  /** @param fragment with its #; none opens the start, which is read without the wizard's code */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`/wizard/${fragment}`);
    if (fragment === '') return;
    await this.page.waitForFunction(() => customElements.get('wizard-app') !== undefined);
  }

  async openQuestion(id: QuestionId): Promise<void> {
    await this.open(`#${id}`);
    await this.heading.filter({ hasText: question(id).title }).waitFor();
  }

  /** Goes to another question with the answers given so far. */
  async goTo(id: QuestionId): Promise<void> {
    await this.page.evaluate((place) => {
      location.hash = place;
    }, id);
    await this.heading.filter({ hasText: question(id).title }).waitFor();
  }

  async openResult(): Promise<void> {
    await this.open('#result');
    await this.download().waitFor();
  }

  answer(name: string | RegExp): Locator {
    return this.page.getByRole('radio', { name }).or(this.page.getByRole('checkbox', { name }));
  }

  number(name: string): Locator {
    return this.page.getByRole('textbox', { name });
  }

  /** A group of rows, or of check boxes within one. */
  list(name: string): Locator {
    return this.page.getByRole('group', { name });
  }

  rows(list: string): Locator {
    return this.list(list).getByRole('listitem');
  }

  /** The field for the name of a row that is called so. */
  rowName(name: string): Locator {
    return this.page
      .getByRole('group', { name, exact: true })
      .getByRole('textbox', { name: 'Name' });
  }

  decision(title: string): Locator {
    return this.decisions.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: title }),
    });
  }

  pin(title: string): Locator {
    return this.page.getByRole('combobox', { name: title });
  }

  download(): Locator {
    return this.page.getByRole('button', { name: 'Download all files' });
  }

  /** Opens a part of the result that loads when it is asked for. */
  async openPart(title: string): Promise<void> {
    await this.page.getByRole('heading', { name: new RegExp(`^${title}`) }).click();
    await this.page.getByText('Loading …').waitFor({ state: 'hidden' });
  }

  async openFile(name: string, buffer: Buffer): Promise<void> {
    await this.page
      .getByLabel('Open a saved file')
      .setInputFiles({ name, mimeType: 'application/json', buffer });
  }

  /** The titles of the quick path, in its order. */
  get titles(): readonly string[] {
    return quickPath.map((id) => question(id).title);
  }

  /** Presses Tab until the wanted element has the focus, as somebody without a mouse does. */
  async tabTo(target: Locator, limit = 40): Promise<void> {
    for (let presses = 0; presses < limit; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Not reached within ${limit} presses of Tab: ${String(target)}`);
  }

  /** Chooses the last answer: a check box by Space, a radio button by the arrow that goes round. */
  async chooseLastByKeyboard(name: RegExp): Promise<void> {
    const last = this.answer(name).last();
    if ((await last.getAttribute('type')) === 'checkbox') {
      await this.tabTo(last);
      await this.page.keyboard.press('Space');
      return;
    }
    await this.tabTo(this.page.getByRole('radio').first());
    await this.page.keyboard.press('ArrowUp');
  }
}
