import {
  illegalConstructor,
  invalidArgValue,
  invalidThis,
  missingArgs,
  type NodeError,
  nodeError,
  validateNumber,
  validateObject,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { inspect, type InspectOptionsStylized } from 'node:util';
import { enumerable, showAs, tagged } from '../show.ts';
import { milestones } from './milestones.ts';

/** The entries of a timeline. */

export const making: unique symbol = Symbol('making');

/** What every entry says. */
export interface Facts {
  readonly name: string;
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
}

const facts = new WeakMap<object, Facts>();
const details = new WeakMap<object, { readonly detail: unknown }>();

function factsOf(entry: object): Facts {
  const own = facts.get(entry);
  if (!own) throw invalidThis('PerformanceEntry');
  return own;
}

function detailOf(entry: object, className: string): unknown {
  const own = details.get(entry);
  if (!own) throw invalidThis(className);
  return own.detail;
}

export class PerformanceEntry {
  constructor(allowed: unknown = undefined, given: Facts | undefined = undefined) {
    if (allowed !== making || !given) throw illegalConstructor();
    const { name, entryType, startTime, duration } = given;
    facts.set(this, { name, entryType, startTime, duration });
  }

  get name(): string {
    return factsOf(this).name;
  }

  get entryType(): string {
    return factsOf(this).entryType;
  }

  get startTime(): number {
    return factsOf(this).startTime;
  }

  get duration(): number {
    return factsOf(this).duration;
  }

  toJSON(): object {
    return { ...factsOf(this) };
  }

  [inspect.custom](depth: number, options: InspectOptionsStylized): unknown {
    return showAs(this.constructor.name, this.toJSON(), this, depth, options);
  }
}

export function invalidTimestamp(value: number): NodeError {
  const message = `${value} is not a valid timestamp`;
  return nodeError(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', message, invalidTimestamp);
}

function startOf(options: unknown): number {
  if (options !== undefined && options !== null) validateObject(options, 'options');
  const { startTime } = (options ?? {}) as { startTime?: unknown };
  const start = startTime ?? machine.native.monotonicMs();
  validateNumber(start, 'startTime');
  if (start < 0) throw invalidTimestamp(start);
  return start;
}

/** @throws {DOMException} where it holds what cannot be cloned */
export function cloneDetail(options: unknown): unknown {
  const { detail } = (options ?? {}) as { detail?: unknown };
  return detail === undefined || detail === null ? null : structuredClone(detail);
}

/** When each mark was set last. */
export const markTimes = new Map<string, number>();

export class PerformanceMark extends PerformanceEntry {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) throw missingArgs('name');
    const [first, options] = given;
    const name = textOf(first);
    if (milestones.has(name)) throw invalidArgValue('name', name);
    const startTime = startOf(options);
    markTimes.set(name, startTime);
    const detail = cloneDetail(options);
    super(making, { name, entryType: 'mark', startTime, duration: 0 });
    details.set(this, { detail });
  }

  get detail(): unknown {
    return detailOf(this, 'PerformanceMark');
  }

  override toJSON(): object {
    return { ...super.toJSON(), detail: this.detail };
  }
}

// What the rest parameter hides: the class takes at least a name.
Object.defineProperty(PerformanceMark, 'length', { value: 1, configurable: true });

/** As `${value}`: a symbol has no text. */
export function textOf(value: unknown): string {
  return typeof value === 'symbol' ? `${value as unknown as string}` : String(value);
}

export class PerformanceMeasure extends PerformanceEntry {
  get detail(): unknown {
    return detailOf(this, 'PerformanceMeasure');
  }

  override toJSON(): object {
    return { ...super.toJSON(), detail: this.detail };
  }
}

export function makeMeasure(given: Omit<Facts, 'entryType'>, detail: unknown): PerformanceMeasure {
  const measure = new PerformanceMeasure(making, { ...given, entryType: 'measure' });
  details.set(measure, { detail });
  return measure;
}

/** What Node.js tells of itself: calls of a function that `timerify` made, among others. */
export class PerformanceNodeEntry extends PerformanceEntry {
  get detail(): unknown {
    return detailOf(this, 'PerformanceNodeEntry');
  }

  override toJSON(): object {
    return { ...super.toJSON(), detail: this.detail };
  }
}

export function makeNodeEntry(given: Facts, detail: unknown): PerformanceNodeEntry {
  const entry = new PerformanceNodeEntry(making, given);
  details.set(entry, { detail });
  return entry;
}

enumerable(PerformanceEntry.prototype, ['name', 'entryType', 'startTime', 'duration', 'toJSON']);
enumerable(PerformanceMark.prototype, ['detail']);
enumerable(PerformanceMeasure.prototype, ['detail']);
tagged(PerformanceMark.prototype, 'PerformanceMark');
tagged(PerformanceMeasure.prototype, 'PerformanceMeasure');
