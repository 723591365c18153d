import type { Page } from '@playwright/test';

/**
 * Widths of the widest system font a reader may have, as mean share of the font size per character
 * of `sample`, by weight. Measured in DejaVu Sans 2.37; Verdana differs by less than 2 %.
 */
const widest = { 400: 0.491, 600: 0.556 } as const;
const sample = 'too many calls failed, half-open';

/** Room beyond the widest, for a browser that rounds or hints otherwise. */
const reserveEm = 0.02;

/** Runs in the page. */
function meanWidths([family, text]: readonly [string, string]): Record<400 | 600, number> {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('this browser measures no text');
  const width = (weight: number): number => {
    context.font = `${weight} 100px ${family}`;
    return context.measureText(text).width / 100 / text.length;
  };
  return { 400: width(400), 600: width(600) };
}

/**
 * Letter-spacing that makes words in a family at least as wide as in the widest font readers have.
 * With it any machine lays diagrams out nearly alike, whatever fonts it has.
 *
 * @param page of the browser that measures
 * @param family a CSS font-family list
 * @returns em, never below the reserve
 */
export async function wideningEm(page: Page, family: string): Promise<number> {
  const own = await page.evaluate(meanWidths, [family, sample] as const);
  const missing = Math.max(widest[400] - own[400], widest[600] - own[600], 0);
  return Math.round((missing + reserveEm) * 1000) / 1000;
}
