/** `node:perf_hooks`: what the platform measures with, as far as the engine leaves it there. */

const names = [
  'performance',
  'PerformanceEntry',
  'PerformanceMark',
  'PerformanceMeasure',
  'PerformanceObserver',
  'PerformanceObserverEntryList',
] as const;

export function createPerfHooks(): Record<string, unknown> {
  const present = names.filter((name) => name in globalThis);
  return Object.fromEntries(present.map((name) => [name, globalThis[name]]));
}
