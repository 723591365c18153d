/** Prints what a call gives, or what it throws. */
export function tried(what: string, run: () => unknown): void {
  try {
    console.log(what, run());
  } catch (error) {
    const { name, code, message } = error as Error & { code?: unknown };
    console.log(what, '!', name, code, message);
  }
}
