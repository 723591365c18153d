/**
 * Node's `performance` takes the times of a fetch from undici, which asks for that as it loads. Only
 * that of `node:perf_hooks` has a list for them, and it may come later.
 */
function markResourceTiming(...times: readonly unknown[]): void {
  const current: unknown = Reflect.get(performance, 'markResourceTiming');
  if (typeof current !== 'function' || current === markResourceTiming) return;
  Reflect.apply(current, performance, times);
}

if (!('markResourceTiming' in Performance.prototype))
  Object.defineProperty(Performance.prototype, 'markResourceTiming', {
    value: markResourceTiming,
    writable: true,
    configurable: true,
  });
