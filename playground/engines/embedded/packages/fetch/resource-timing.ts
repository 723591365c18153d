/**
 * Node's `performance` takes the times of a fetch from undici, which asks for that as it loads. A
 * browser's cannot be told of a resource, so `getEntriesByType('resource')` does not list fetches.
 */
function markResourceTiming(): void {
  // There is no list in the browser to put it on.
}

Object.defineProperty(Performance.prototype, 'markResourceTiming', {
  value: markResourceTiming,
  writable: true,
  configurable: true,
});
