import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** By far the slowest rule, and the only one that depends on the theme and not on the width. */
const CONTRAST = 'color-contrast';

export interface AxeOptions {
  /** A selector; the whole page where it is left out. */
  readonly within?: string;
  /** All rules, or only what a theme changes, or only what a width changes. */
  readonly about?: 'all' | 'theme' | 'width';
}

/** What axe says against a page, by WCAG 2.2 AA; empty where nothing is. */
export async function violations(
  page: Page,
  { within, about = 'all' }: AxeOptions = {},
): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // One frame only: no need for a second page that merges the results of many.
    .setLegacyMode();
  if (within !== undefined) axe.include(within);
  if (about === 'theme') axe.withRules([CONTRAST]);
  else axe.withTags(STANDARD);
  if (about === 'width') axe.disableRules([CONTRAST]);
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target, failureSummary }) =>
      [id, target.join(' '), html.slice(0, 120), failureSummary].join(': '),
    ),
  );
}
