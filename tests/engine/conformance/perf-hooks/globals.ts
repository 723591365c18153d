/** Without an import: the timeline is a global, too. */
performance.mark('start', { startTime: 1 });
performance.mark('end', { startTime: 4 });
console.log(performance.measure('between', 'start', 'end'));
console.log(typeof PerformanceObserver, typeof PerformanceResourceTiming);
console.log(typeof performance.timerify, typeof performance.eventLoopUtilization().active);
