import type { Frame, Page } from '@playwright/test';

/** The engine's frame, as it stands on the page now: the next run's stands behind it. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  if (frame === undefined) throw new Error('The engine has no frame.');
  return frame;
}
