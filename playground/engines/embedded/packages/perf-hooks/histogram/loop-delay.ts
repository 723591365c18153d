import {
  illegalConstructor,
  invalidThis,
  notInEngine,
  validateBoolean,
  validateInteger,
  validateObject,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import type { Handle } from '../../../worker/machine.ts';
import { give, Histogram, making } from './histogram.ts';
import { Recording } from './recording.ts';

const { loop, native } = machine;

/** A clock's hands: the timer that runs while it measures. */
interface Clock {
  readonly recording: Recording;
  readonly resolutionMs: number;
  timer: Handle | undefined;
}

const clocks = new WeakMap<object, Clock>();

/** How long the loop takes from one tick of a timer to the next, in nanoseconds. */
export class ELDHistogram extends Histogram {
  constructor(allowed?: unknown) {
    if (allowed !== making) throw illegalConstructor();
    super(allowed);
  }

  /** @returns false where it measured already */
  enable(): boolean {
    const clock = clockOf(this);
    if (clock.timer) return false;
    const { recording, resolutionMs } = clock;
    recording.reset();
    const tick = (): void => recording.recordDelta(native.monotonicMs());
    clock.timer = loop.timer(tick, resolutionMs, resolutionMs);
    // Whoever only watches does not keep the program alive.
    clock.timer.unref();
    return true;
  }

  /** @returns false where it did not measure */
  disable(): boolean {
    const clock = clockOf(this);
    if (!clock.timer) return false;
    clock.timer.cancel();
    clock.timer = undefined;
    return true;
  }

  [Symbol.dispose](): void {
    this.disable();
  }
}

function clockOf(histogram: object): Clock {
  const clock = clocks.get(histogram);
  if (!clock) throw invalidThis('ELDHistogram');
  return clock;
}

/** An hour: no delay of a loop is longer. */
const longestNs = 3_600_000_000_000;

/** `monitorEventLoopDelay()` of `node:perf_hooks`. */
export function monitorEventLoopDelay(options: unknown = {}): ELDHistogram {
  validateObject(options, 'options');
  const { samplePerIteration = false, resolution = 10 } = options as Readonly<
    Record<string, unknown>
  >;
  validateBoolean(samplePerIteration, 'options.samplePerIteration');
  validateInteger(resolution, 'options.resolution', 1);
  if (samplePerIteration) throw notInEngine('samplePerIteration of monitorEventLoopDelay()');
  const recording = new Recording({ lowest: 1, highest: longestNs, figures: 3 });
  const histogram = new ELDHistogram(making);
  give(histogram, recording);
  clocks.set(histogram, { recording, resolutionMs: resolution, timer: undefined });
  return histogram;
}
