import { illegalConstructor, invalidThis, missingArgs } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { inspect, type InspectOptionsStylized } from 'node:util';
import { eventLoopUtilization } from '../loop-utilization.ts';
import { enumerable, showAs, tagged } from '../show.ts';
import { timerify } from '../timerify.ts';
import { markTimes, textOf, type PerformanceEntry } from './entries.ts';
import { mark, measure } from './measure.ts';
import { nodeTiming } from './milestones.ts';
import { addResource, setResourceTimingBufferSize, type FetchTimes } from './resource.ts';
import { entriesOf, forget } from './timeline.ts';

const { timeOrigin } = globalThis.performance;

function optionalText(value: unknown): string | undefined {
  return value === undefined ? undefined : textOf(value);
}

function check(value: unknown): void {
  if (!(value instanceof Performance)) throw invalidThis('Performance');
}

export class Performance extends EventTarget {
  declare readonly nodeTiming: typeof nodeTiming;
  declare readonly eventLoopUtilization: typeof eventLoopUtilization;
  declare onresourcetimingbufferfull: ((event: Event) => void) | null;

  constructor() {
    super();
    throw illegalConstructor();
  }

  clearMarks(name?: unknown): void {
    check(this);
    const text = optionalText(name);
    if (text === undefined) markTimes.clear();
    else markTimes.delete(text);
    forget('mark', text);
  }

  clearMeasures(name?: unknown): void {
    check(this);
    forget('measure', optionalText(name));
  }

  clearResourceTimings(name?: unknown): void {
    check(this);
    forget('resource', optionalText(name));
  }

  getEntries(): PerformanceEntry[] {
    check(this);
    return entriesOf();
  }

  getEntriesByName(...given: readonly unknown[]): PerformanceEntry[] {
    check(this);
    if (given.length === 0) throw missingArgs('name');
    return entriesOf(textOf(given[0]), optionalText(given[1]));
  }

  getEntriesByType(...given: readonly unknown[]): PerformanceEntry[] {
    check(this);
    if (given.length === 0) throw missingArgs('type');
    return entriesOf(undefined, textOf(given[0]));
  }

  mark(...given: readonly unknown[]): PerformanceEntry {
    check(this);
    if (given.length === 0) throw missingArgs('name');
    return mark(given[0], given[1]);
  }

  measure(...given: readonly unknown[]): PerformanceEntry {
    check(this);
    if (given.length === 0) throw missingArgs('name');
    return measure(given[0], given[1], given[2]);
  }

  now(): number {
    check(this);
    return machine.native.monotonicMs();
  }

  setResourceTimingBufferSize(...given: readonly unknown[]): void {
    check(this);
    if (given.length === 0) throw missingArgs('maxSize');
    setResourceTimingBufferSize(Number(given[0]) >>> 0);
  }

  get timeOrigin(): number {
    check(this);
    return timeOrigin;
  }

  toJSON(): object {
    check(this);
    return { nodeTiming, timeOrigin, eventLoopUtilization: eventLoopUtilization() };
  }

  [inspect.custom](depth: number, options: InspectOptionsStylized): unknown {
    return showAs('Performance', { nodeTiming, timeOrigin }, this, depth, options);
  }
}

/** What undici calls when a fetch has ended. */
function markResourceTiming(
  this: Performance,
  times: FetchTimes,
  url: string,
  initiatorType: string,
  _global: unknown,
  cacheMode: string,
  _body: unknown,
  status: number,
  deliveryType = '',
): PerformanceEntry {
  const fetched = { times, initiatorType, cacheMode, status, deliveryType };
  return addResource(url, fetched, () => {
    const event = new Event('resourcetimingbufferfull');
    performance.dispatchEvent(event);
    performance.onresourcetimingbufferfull?.(event);
  });
}

const more = { eventLoopUtilization, nodeTiming, markResourceTiming, timerify };
for (const [name, value] of Object.entries({ ...more, onresourcetimingbufferfull: null }))
  Object.defineProperty(Performance.prototype, name, {
    value,
    writable: true,
    configurable: true,
  });
enumerable(Performance.prototype, [
  ...['clearMarks', 'clearMeasures', 'clearResourceTimings', 'getEntries', 'getEntriesByName'],
  ...['getEntriesByType', 'mark', 'measure', 'now', 'setResourceTimingBufferSize', 'timeOrigin'],
  ...['toJSON', 'onresourcetimingbufferfull'],
]);
tagged(Performance.prototype, 'Performance');

/** The program's one. Its class lets nobody make another, so it is an `EventTarget` that became one. */
export const performance = Object.setPrototypeOf(
  new EventTarget(),
  Performance.prototype,
) as Performance;
