import {
  illegalConstructor,
  invalidArgType,
  invalidThis,
  outOfRange,
  validateInteger,
  validateNumber,
  validateObject,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { give, Histogram, making, recordingOf, wholeOf } from './histogram.ts';
import { Recording } from './recording.ts';

const className = 'RecordableHistogram';
const nowMs = machine.native.monotonicMs;

export class RecordableHistogram extends Histogram {
  constructor(allowed?: unknown) {
    if (allowed !== making) throw illegalConstructor();
    super(allowed);
  }

  record(val: unknown): void {
    const recording = own(this);
    recording.record(countOf(val, 'val'));
  }

  recordDelta(): void {
    own(this).recordDelta(nowMs());
  }

  recordCorrected(val: unknown, expectedInterval: unknown): void {
    const recording = own(this);
    if (typeof val === 'bigint' && typeof expectedInterval !== 'bigint')
      throw invalidArgType('expectedInterval', 'bigint', expectedInterval);
    const value = countOf(val, 'val');
    recording.recordCorrected(value, countOf(expectedInterval, 'expectedInterval'));
  }

  add(other: unknown): void {
    own(this).add(otherOf(other));
  }

  subtract(other: unknown): void {
    own(this).subtract(otherOf(other));
  }
}

function own(histogram: object): Recording {
  if (!isRecordable(histogram)) throw invalidThis(className);
  return recordingOf(histogram, className);
}

export function isRecordable(value: unknown): value is RecordableHistogram {
  return value instanceof RecordableHistogram;
}

function otherOf(other: unknown): Recording {
  if (!isRecordable(other)) throw invalidArgType('other', className, other);
  return recordingOf(other, className);
}

function countOf(value: unknown, name: string): number {
  if (typeof value === 'bigint') return wholeOf(value);
  validateInteger(value, name, 1);
  return value;
}

interface Limits {
  readonly lowest: number;
  readonly highest: number;
}

/** @throws {NodeError} where one is no whole number, or they are closer than a factor of two */
function limitsOf(lowest: unknown, highest: unknown): Limits {
  if (typeof lowest !== 'bigint') validateInteger(lowest, 'options.lowest', 1);
  const least = 2 * Number(lowest);
  if (typeof highest !== 'bigint') validateInteger(highest, 'options.highest', least);
  else if (highest < least) throw outOfRange('options.highest', `>= ${least}`, highest);
  return { lowest: Number(lowest), highest: Number(highest) };
}

function notNegative(value: unknown, name: string): number {
  validateNumber(value, name);
  if (value < 0) throw outOfRange(name, '>= 0', value);
  return value;
}

/** `createHistogram()` of `node:perf_hooks`. */
export function createHistogram(options: unknown = {}): RecordableHistogram {
  validateObject(options, 'options');
  const given = options as Readonly<Record<string, unknown>>;
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = given;
  const { halfLife = 0, threshold = 0 } = given;
  const limits = limitsOf(lowest, highest);
  validateInteger(figures, 'options.figures', 1, 5);
  const recording = new Recording(
    { ...limits, figures },
    notNegative(halfLife, 'options.halfLife'),
    notNegative(threshold, 'options.threshold'),
  );
  const histogram = new RecordableHistogram(making);
  give(histogram, recording);
  return histogram;
}
