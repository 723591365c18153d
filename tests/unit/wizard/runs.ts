/** The long run (`npm run test:long`) takes more of everything that is drawn at random. */
export const isLong = process.env['LONG_RUN'] !== undefined;

/** How many of something a test takes usually, and how many in the long run. */
export function runs(usual: number, long: number): number {
  return isLong ? long : usual;
}

/** For tests of every design: minutes in the long run, or beside everything else. */
export const patienceMs = runs(600_000, 3_600_000);
