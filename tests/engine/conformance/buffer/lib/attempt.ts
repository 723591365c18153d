/** Prints what a call gives, or how it fails. */
export function attempt(name: string, call: () => unknown): void {
  try {
    console.log(name, call());
  } catch (error) {
    const { name: kind, code, message } = error as Error & { code: unknown };
    console.log(name, kind, code, JSON.stringify(message));
  }
}

/** The same for each list of arguments; the lists name the lines. */
export function attemptEach(
  name: string,
  lists: unknown[][],
  call: (...args: any[]) => unknown,
): void {
  for (const list of lists) attempt(`${name} ${list.map(shown).join(', ')} →`, () => call(...list));
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return value instanceof Uint8Array
    ? `<${[...value]}>`
    : typeof value === 'object'
      ? 'object'
      : String(value);
}
