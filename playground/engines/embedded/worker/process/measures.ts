import { invalidArgType, outOfRange } from '../modules/errors/argument-errors.ts';
import { nodeError } from '../modules/errors/node-error.ts';
import { validateNumber, validateObject } from '../modules/errors/validate.ts';
import { inspect } from '../modules/util/inspect.ts';

/** What `process` measures. A page learns nothing of memory and little of time. */

interface Clock {
  /** Milliseconds since the program began. */
  now(): number;
}

type Pair = readonly [number, number];

/** Megabytes that stand for what a browser does not tell: programs divide by them. */
const heapBytes = 8 << 20;
const usage = {
  rss: 6 * heapBytes,
  heapTotal: heapBytes,
  heapUsed: heapBytes / 2,
  external: 1 << 20,
  arrayBuffers: 1 << 14,
};

const counters = `sharedMemorySize unsharedDataSize unsharedStackSize minorPageFault majorPageFault
  swappedOut fsRead fsWrite ipcSent ipcReceived signalsCount voluntaryContextSwitches
  involuntaryContextSwitches`.split(/\s+/);

interface CpuTime {
  readonly user: number;
  readonly system: number;
}

function checkCpuTime(value: unknown): asserts value is CpuTime {
  validateObject(value, 'prevValue');
  for (const name of ['user', 'system'] as const) {
    const time = (value as Partial<CpuTime>)[name];
    validateNumber(time, `prevValue.${name}`);
    if (time >= 0 && time <= Number.MAX_SAFE_INTEGER) continue;
    const message = `The property 'prevValue.${name}' is invalid. Received ${inspect(time)}`;
    throw nodeError(RangeError, 'ERR_INVALID_ARG_VALUE', message, checkCpuTime);
  }
}

/** All time since the start counts as the program's own. */
function cpuTime(clock: Clock, since?: unknown): CpuTime {
  const passed = { user: Math.round(clock.now() * 1000), system: 0 };
  if (!since) return passed;
  checkCpuTime(since);
  return { user: passed.user - since.user, system: passed.system - since.system };
}

function hrtime(clock: Clock, since: unknown): [number, number] {
  const now = nanoseconds(clock);
  if (since !== undefined) checkPair(since);
  const [seconds, rest] = since ?? [0, 0];
  const passed = now - (BigInt(seconds) * 1_000_000_000n + BigInt(rest));
  return [Number(passed / 1_000_000_000n), Number(passed % 1_000_000_000n)];
}

function checkPair(value: unknown): asserts value is Pair {
  if (!Array.isArray(value)) throw invalidArgType('time', 'Array', value);
  if (value.length !== 2) throw outOfRange('time', '2', value.length);
}

function nanoseconds(clock: Clock): bigint {
  return BigInt(Math.round(clock.now() * 1e6));
}

/** The functions, as `process` has them. */
export function measuresOf(clock: Clock) {
  return {
    uptime: () => clock.now() / 1000,
    hrtime: Object.assign((time?: unknown) => hrtime(clock, time), {
      bigint: () => nanoseconds(clock),
    }),
    cpuUsage: (prevValue?: unknown) => cpuTime(clock, prevValue),
    threadCpuUsage: (prevValue?: unknown) => cpuTime(clock, prevValue),
    resourceUsage: () => ({
      userCPUTime: cpuTime(clock).user,
      systemCPUTime: 0,
      maxRSS: usage.rss / 1024,
      ...Object.fromEntries(counters.map((name) => [name, 0])),
    }),
    memoryUsage: Object.assign(() => ({ ...usage }), { rss: () => usage.rss }),
    constrainedMemory: () => 0,
    availableMemory: () => 1 << 30,
  };
}
