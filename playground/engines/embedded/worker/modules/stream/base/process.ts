/** Of `process`, streams need ticks. The program's own is looked up at each call. */
export function nextTick(run: (...args: unknown[]) => void, ...args: unknown[]): void {
  process.nextTick(run, ...args);
}
