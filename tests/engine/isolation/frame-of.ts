import type { Frame, Page } from '@playwright/test';

/** The engine's frame, as it stands on the page now. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().findLast((candidate) => candidate !== page.mainFrame());
  if (frame === undefined) throw new Error('The engine has no frame.');
  return frame;
}
