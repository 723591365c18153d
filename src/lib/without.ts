/** A copy of a record of optional entries, one of them taken out. */
export function without<Entries extends Partial<Record<string, unknown>>>(
  entries: Entries,
  name: keyof Entries & string,
): Partial<Entries> {
  const rest = Object.entries(entries).filter(([key]) => key !== name);
  return Object.fromEntries(rest) as Partial<Entries>;
}
