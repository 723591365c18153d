let cached: { readonly second: number; readonly text: string } | undefined;

/** The value of `Date`, of the running second. */
export function dateText(): string {
  const second = Math.floor(Date.now() / 1000);
  if (cached?.second !== second) cached = { second, text: new Date().toUTCString() };
  return cached.text;
}
