import { machine } from 'node:internal/machine';
import { inspect, type InspectOptionsStylized } from 'node:util';
import { showAs } from '../show.ts';

const { loop, native } = machine;

/** When the program's first module began, in milliseconds since the worker did. */
const beganMs = native.monotonicMs() - loop.now();

/**
 * What Node.js notes of its own start. A worker has one such moment: it is there, and the program
 * begins.
 */
export const milestones: ReadonlyMap<string, () => number> = new Map([
  ['nodeStart', () => 0],
  ['v8Start', () => 0],
  ['environment', () => 0],
  ['loopStart', () => beganMs],
  ['loopExit', () => -1],
  ['bootstrapComplete', () => beganMs],
]);

/** `performance.nodeTiming`. */
class PerformanceNodeTiming {
  constructor() {
    const values = { name: 'node', entryType: 'node', startTime: 0 };
    for (const [name, value] of Object.entries(values)) define(this, name, { value });
    define(this, 'duration', { get: native.monotonicMs });
    for (const [name, get] of milestones) define(this, name, { get });
    define(this, 'idleTime', { get: () => loop.idleMs() });
    define(this, 'uvMetricsInfo', {
      get: () => ({ loopCount: loop.livelyTurns, events: 0, eventsWaiting: 0 }),
    });
  }

  toJSON(): object {
    const order = ['name', 'entryType', 'startTime', 'duration', 'nodeStart', 'v8Start'];
    const rest = ['bootstrapComplete', 'environment', 'loopStart', 'loopExit', 'idleTime'];
    const read = (name: string): [string, unknown] => [name, Reflect.get(this, name)];
    return Object.fromEntries([...order, ...rest].map(read));
  }

  [inspect.custom](depth: number, options: InspectOptionsStylized): unknown {
    return showAs('PerformanceNodeTiming', this.toJSON(), this, depth, options);
  }
}

function define(owner: object, name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(owner, name, { ...descriptor, enumerable: true, configurable: true });
}

export const nodeTiming = new PerformanceNodeTiming();
