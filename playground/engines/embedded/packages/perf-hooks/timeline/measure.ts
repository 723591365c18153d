import { nodeError, validateString } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import {
  cloneDetail,
  invalidTimestamp,
  makeMeasure,
  markTimes,
  PerformanceMark,
  textOf,
  type PerformanceMeasure,
} from './entries.ts';
import { milestones } from './milestones.ts';
import { keep, tell } from './timeline.ts';

/** `performance.mark()` and `performance.measure()` (User Timing, level 3). */

export function mark(name: unknown, options: unknown): PerformanceMark {
  const entry = new PerformanceMark(name, options);
  tell(entry);
  keep('mark', entry);
  return entry;
}

interface MeasureOptions {
  readonly start?: unknown;
  readonly end?: unknown;
  readonly duration?: unknown;
  readonly detail?: unknown;
}

/** @returns undefined where the value is undefined */
function timeOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number') return timeOfMark(textOf(value));
  if (value < 0) throw invalidTimestamp(value);
  return value;
}

function timeOfMark(name: string): number {
  const time = milestones.get(name)?.() ?? markTimes.get(name);
  if (time === undefined)
    throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
  return time;
}

function invalidOptions(message: string): Error {
  return nodeError(TypeError, 'ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', message, invalidOptions);
}

function checkOptions({ start, end, duration }: MeasureOptions, endMark: unknown): void {
  const given = [start, end, duration].filter((value) => value !== undefined).length;
  if (given > 0 && endMark !== undefined) throw invalidOptions('endMark must not be specified');
  if (given === 3)
    throw invalidOptions(
      'Must not have options.start, options.end, and options.duration specified',
    );
}

/** @param startOrOptions the name of a mark, or `{ start, end, duration, detail }` */
export function measure(
  name: unknown,
  startOrOptions: unknown,
  endMark: unknown,
): PerformanceMeasure {
  validateString(name, 'name');
  const isText = typeof startOrOptions === 'string';
  const given = isText ? { start: startOrOptions } : ((startOrOptions ?? {}) as MeasureOptions);
  if (!isText) checkOptions(given, endMark);
  const length = timeOf(given.duration);
  const end = timeOf(endMark) ?? timeOf(given.end);
  const start = timeOf(given.start);
  const endTime = end ?? lastFrom(start, length);
  const startTime = start ?? (length !== undefined && end !== undefined ? end - length : 0);
  const times = { startTime, duration: endTime - startTime };
  const entry = makeMeasure({ name, ...times }, isText ? null : cloneDetail(given));
  tell(entry);
  keep('measure', entry);
  return entry;
}

function lastFrom(start: number | undefined, length: number | undefined): number {
  return start !== undefined && length !== undefined
    ? start + length
    : machine.native.monotonicMs();
}
