import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe says against a page, by WCAG 2.2 AA; empty where nothing is.
 * @param within a selector; the whole page where it is left out
 */
export async function violations(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .withTags(STANDARD)
    // One frame only: no need for a second page that merges the results of many.
    .setLegacyMode();
  const found = await (within === undefined ? axe : axe.include(within)).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target, failureSummary }) =>
      [id, target.join(' '), html.slice(0, 120), failureSummary].join(': '),
    ),
  );
}
