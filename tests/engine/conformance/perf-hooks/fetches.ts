import { createServer } from 'node:http';
import { performance, PerformanceObserver } from 'node:perf_hooks';
import type { AddressInfo } from 'node:net';

/** A fetch is on the timeline when its body has been read. */

const server = createServer((_request, response) => response.end('twelve bytes'));
await new Promise<void>((resolve) => server.listen(0, resolve));
const { port } = server.address() as AddressInfo;
const told = new Promise<void>((resolve) => {
  const observer = new PerformanceObserver((list) => {
    console.log(list.getEntries().map(({ entryType }) => entryType));
    observer.disconnect();
    resolve();
  });
  observer.observe({ type: 'resource' });
});
const response = await fetch(`http://localhost:${port}/path`);
console.log(await response.text());
await told;
const [entry] = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
console.log(entry?.name === `http://localhost:${port}/path`, entry?.constructor.name);
console.log(Object.keys(entry?.toJSON() as object));
const { initiatorType, transferSize, encodedBodySize, decodedBodySize, responseStatus } =
  entry as PerformanceResourceTiming;
console.log({ initiatorType, transferSize, encodedBodySize, decodedBodySize, responseStatus });
console.log((entry?.responseEnd ?? 0) >= (entry?.startTime ?? 0), (entry?.duration ?? -1) >= 0);
performance.clearResourceTimings();
console.log(performance.getEntriesByType('resource'));

// No room for more: it is said, and the fetch is not on the timeline.
performance.setResourceTimingBufferSize(1);
performance.onresourcetimingbufferfull = () => console.log('asked for');
const full = new Promise<string>((resolve) => {
  performance.addEventListener('resourcetimingbufferfull', ({ type }) => resolve(type));
});
for (const path of ['one', 'two']) await (await fetch(`http://localhost:${port}/${path}`)).text();
console.log(await full, performance.getEntriesByType('resource').length);
server.close();
