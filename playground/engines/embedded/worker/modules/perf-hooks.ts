/** `node:perf_hooks`: the platform's own measuring, which Node shares. */
export function createPerfHooks() {
  return {
    performance,
    PerformanceEntry,
    PerformanceMark,
    PerformanceMeasure,
    PerformanceObserver,
    PerformanceObserverEntryList,
  };
}
