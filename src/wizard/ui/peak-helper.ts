/** What a reader types to estimate a peak: nobody counts requests per second before there are any. */
export interface HelperTexts {
  readonly users: string;
  readonly actions: string;
  readonly peakFactor: string;
}

export type HelperField = keyof HelperTexts;

/** A peak of three times the day's mean is our convention; a shop with sales needs more. */
export const emptyHelper: HelperTexts = { users: '', actions: '', peakFactor: '3' };

const SECONDS_PER_DAY = 86_400;

/**
 * Requests a second at the peak: users × actions a day / 86,400 × peak factor, rounded up.
 * @returns nothing while a field is empty or not a positive number
 */
export function estimatedPeak(texts: HelperTexts): number | undefined {
  const [users, actions, peakFactor] = [texts.users, texts.actions, texts.peakFactor].map(numeric);
  if (!users || !actions || !peakFactor) return undefined;
  return Math.ceil((users * actions * peakFactor) / SECONDS_PER_DAY);
}

function numeric(text: string): number | undefined {
  const value = Number(text.replaceAll(',', '').trim() || Number.NaN);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
