import { expect, test } from 'vitest';
import { BROWSER_ARGUMENTS, NO_BROWSER_MESSAGE } from '../../../scripts/browser.ts';

test('no switch weakens what a page may do, but for root, whom Chromium refuses otherwise', () => {
  const isRoot = process.getuid?.() === 0;
  expect(BROWSER_ARGUMENTS.includes('--no-sandbox')).toBe(isRoot);
  expect(BROWSER_ARGUMENTS.join(' ')).not.toMatch(/disable-web-security|allow-running|ignore-cert/);
});

test('the one sentence says what to install', () => {
  expect(NO_BROWSER_MESSAGE).toContain('install Chromium');
  expect(NO_BROWSER_MESSAGE).toContain('BROWSER_PATH');
});
