/** As many digits as tell one measured number from the next: 1,234.57 and 0.00123. */
const numbers = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 2,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
});

/**
 * A number as the page writes it, with a no-break space before its unit.
 *
 * @param unit short: `s`, `%`, `calls`; absent for a count
 */
export function formatQuantity(value: number, unit?: string): string {
  const number = numbers.format(value);
  return unit === undefined ? number : `${number}\u00a0${unit}`;
}

/** The largest unit in which a length of time is at least one, and how many ms it has. */
const timeUnits = [
  { unit: 'd', ms: 86_400_000 },
  { unit: 'h', ms: 3_600_000 },
  { unit: 'min', ms: 60_000 },
  { unit: 's', ms: 1000 },
  { unit: 'ms', ms: 1 },
] as const;

export type TimeUnit = (typeof timeUnits)[number];

/**
 * The unit for times up to this one: `s` for 30,000 ms.
 *
 * @param atLeast how many of the unit there must be: ten minutes read better than 0.2 hours
 */
export function timeUnitFor(longestMs: number, atLeast = 1): TimeUnit {
  return timeUnits.find(({ ms }) => longestMs >= ms * atLeast) ?? { unit: 'ms', ms: 1 };
}

/** A moment or a length of time in the unit that suits it: "9.76 s", "40 ms". */
export function formatTime(ms: number): string {
  if (ms === 0) return '0';
  const { unit, ms: unitMs } = timeUnitFor(ms);
  return formatQuantity(ms / unitMs, unit);
}
