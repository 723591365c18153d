import { illegalConstructor } from 'node:internal/errors';
import { enumerable, tagged } from '../show.ts';
import { making, PerformanceEntry, type Facts } from './entries.ts';
import { keep, keptCount, tell } from './timeline.ts';

/** Times of a fetch, as undici gives them: milliseconds on the program's clock. */
export interface FetchTimes {
  readonly startTime: number;
  readonly redirectStartTime: number;
  readonly redirectEndTime: number;
  readonly postRedirectStartTime: number;
  readonly finalServiceWorkerStartTime: number;
  readonly finalNetworkRequestStartTime: number;
  readonly finalNetworkResponseStartTime: number;
  readonly endTime: number;
  readonly encodedBodySize: number;
  readonly decodedBodySize: number;
  readonly finalConnectionTimingInfo?: Readonly<Record<string, number | string>> | null;
}

interface Fetched {
  readonly times: FetchTimes;
  readonly initiatorType: string;
  readonly cacheMode: string;
  readonly status: number;
  readonly deliveryType: string;
}

const fetches = new WeakMap<object, Fetched>();

type Read = (fetched: Fetched) => number | string;

function connection(name: string, fallback: number | string): Read {
  return ({ times }) => times.finalConnectionTimingInfo?.[name] ?? fallback;
}

/** As Node.js counts it: 300 bytes for the head, and nothing where a cache gave all. */
function transferSize({ cacheMode, times }: Fetched): number {
  if (cacheMode === 'local') return 0;
  return cacheMode === 'validated' ? 300 : times.encodedBodySize + 300;
}

/** Members beyond those of every entry. */
const members: Readonly<Record<string, Read>> = {
  initiatorType: ({ initiatorType }) => initiatorType,
  workerStart: ({ times }) => times.finalServiceWorkerStartTime,
  redirectStart: ({ times }) => times.redirectStartTime,
  redirectEnd: ({ times }) => times.redirectEndTime,
  fetchStart: ({ times }) => times.postRedirectStartTime,
  domainLookupStart: connection('domainLookupStartTime', 0),
  domainLookupEnd: connection('domainLookupEndTime', 0),
  connectStart: connection('connectionStartTime', 0),
  connectEnd: connection('connectionEndTime', 0),
  secureConnectionStart: connection('secureConnectionStartTime', 0),
  nextHopProtocol: connection('ALPNNegotiatedProtocol', ''),
  requestStart: ({ times }) => times.finalNetworkRequestStartTime,
  responseStart: ({ times }) => times.finalNetworkResponseStartTime,
  responseEnd: ({ times }) => times.endTime,
  encodedBodySize: ({ times }) => times.encodedBodySize,
  decodedBodySize: ({ times }) => times.decodedBodySize,
  transferSize,
  deliveryType: ({ deliveryType }) => deliveryType,
  responseStatus: ({ status }) => status,
};

/** As JSON, and as Node.js prints it, these stand elsewhere. */
const after: Readonly<Record<string, readonly string[]>> = {
  initiatorType: ['initiatorType', 'nextHopProtocol'],
  encodedBodySize: ['transferSize', 'encodedBodySize'],
  nextHopProtocol: [],
  transferSize: [],
};
const printed = Object.keys(members).flatMap((name) => after[name] ?? [name]);

export class PerformanceResourceTiming extends PerformanceEntry {
  constructor(allowed: unknown = undefined, given: Facts | undefined = undefined) {
    if (allowed !== making) throw illegalConstructor();
    super(allowed, given);
  }

  override toJSON(): object {
    const own = printed.map((name) => [name, Reflect.get(this, name) as unknown]);
    return { ...super.toJSON(), ...(Object.fromEntries(own) as object) };
  }
}

for (const [name, read] of Object.entries(members))
  Object.defineProperty(PerformanceResourceTiming.prototype, name, {
    get(this: object): unknown {
      const fetched = fetches.get(this);
      return fetched && read(fetched);
    },
    configurable: true,
    enumerable: true,
  });
enumerable(PerformanceResourceTiming.prototype, ['toJSON']);
tagged(PerformanceResourceTiming.prototype, 'PerformanceResourceTiming');

const limits = { entries: 250 };

export function setResourceTimingBufferSize(size: number): void {
  limits.entries = size;
}

/** Puts a fetch on the timeline. @param full called where there is no room for it */
export function addResource(url: string, fetched: Fetched, full: () => void): PerformanceEntry {
  const { startTime, endTime } = fetched.times;
  const entry = new PerformanceResourceTiming(making, {
    name: url,
    entryType: 'resource',
    startTime,
    duration: endTime - startTime,
  });
  fetches.set(entry, fetched);
  tell(entry);
  if (keptCount('resource') < limits.entries) keep('resource', entry);
  else full();
  return entry;
}
