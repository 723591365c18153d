/** What a call gives, or how it fails. */
export function outcome(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    const { name, code, message, input, base } = error as Record<string, unknown>;
    return { name, code, message, input, base };
  }
}

/** Prints that of each, with its name. */
export function attempt(name: unknown, call: () => unknown): void {
  console.log(name, '→', outcome(call));
}
