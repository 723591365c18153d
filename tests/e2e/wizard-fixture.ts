import { expect, test as base } from './fixtures.ts';
import { WizardPage } from './pages/wizard.ts';

export { expect };

/** `test` with the wizard as a person uses it. */
export const wizardTest = base.extend<{ wizard: WizardPage }>({
  wizard: async ({ page }, use) => {
    await use(new WizardPage(page));
  },
});
