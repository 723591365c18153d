/**
 * Does work and leaves its time in the browser's timeline, where its tools and our tests find it.
 * @param name as in "wizard: decisions"
 */
export function measured<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  performance.measure(name, { start });
  return result;
}
