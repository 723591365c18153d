/** `node:perf_hooks`, and the `performance` that programs find as a global once it is loaded. */
import { createHistogram } from './histogram/recordable.ts';
import { monitorEventLoopDelay } from './histogram/loop-delay.ts';
import { eventLoopUtilization } from './loop-utilization.ts';
import { timerify } from './timerify.ts';
import { PerformanceEntry, PerformanceMark, PerformanceMeasure } from './timeline/entries.ts';
import { PerformanceObserver, PerformanceObserverEntryList } from './timeline/observer.ts';
import { Performance, performance } from './timeline/performance.ts';
import { PerformanceResourceTiming } from './timeline/resource.ts';

/** What Node.js calls the kinds of a garbage collection, which a browser does not report. */
const constants = {
  NODE_PERFORMANCE_GC_MAJOR: 4,
  NODE_PERFORMANCE_GC_MINOR: 1,
  NODE_PERFORMANCE_GC_MINOR_MARK_SWEEP: 2,
  NODE_PERFORMANCE_GC_INCREMENTAL: 8,
  NODE_PERFORMANCE_GC_WEAKCB: 16,
  NODE_PERFORMANCE_GC_FLAGS_NO: 0,
  NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
  NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
  NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
  NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
  NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
  NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
};
for (const name of Object.keys(constants))
  Object.defineProperty(constants, name, { writable: false, configurable: false });

const classes = {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  PerformanceResourceTiming,
};

for (const [name, value] of Object.entries(classes))
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
Object.defineProperty(globalThis, 'performance', {
  value: performance,
  writable: true,
  enumerable: true,
  configurable: true,
});

export {
  constants,
  createHistogram,
  eventLoopUtilization,
  monitorEventLoopDelay,
  Performance,
  performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  PerformanceResourceTiming,
  timerify,
};
const functions = { createHistogram, eventLoopUtilization, monitorEventLoopDelay };
export default { ...classes, constants, ...functions, performance, timerify };
