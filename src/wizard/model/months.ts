/** A month of 30 days, as the availability tables of site reliability engineering count it. */
export const minutesPerMonth = 43_200;

/** Minutes a month that an availability in percent leaves: (1 − availability) × minutes of a month. */
export function downtimeMinutes(percent: number): number {
  return (downtimeParts(percent) / 100_000) * minutesPerMonth;
}

/** The share of the time that an availability leaves, in parts of 100,000, so that sums stay exact. */
export function downtimeParts(percent: number): number {
  return Math.round((100 - percent) * 1000);
}

/** 43.2 → "43 min 12 s"; 432 → "7 h 12 min"; full hours and minutes stand alone. */
export function minutesInWords(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  if (seconds >= 3600) return twoUnits(Math.floor(seconds / 60), 60, 'h', 'min');
  return seconds < 60 ? `${seconds} s` : twoUnits(seconds, 60, 'min', 's');
}

function twoUnits(value: number, size: number, large: string, small: string): string {
  const rest = value % size;
  const whole = `${Math.floor(value / size)} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}
