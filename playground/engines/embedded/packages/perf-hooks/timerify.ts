import { invalidArgType, validateFunction, validateObject } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { isRecordable, type RecordableHistogram } from './histogram/recordable.ts';
import { makeNodeEntry } from './timeline/entries.ts';
import { tell } from './timeline/timeline.ts';

type AnyFunction = (...args: unknown[]) => unknown;

function histogramOf(options: unknown): RecordableHistogram | undefined {
  validateObject(options, 'options');
  const { histogram } = options as { histogram?: unknown };
  if (histogram === undefined || isRecordable(histogram)) return histogram;
  throw invalidArgType('options.histogram', 'RecordableHistogram', histogram);
}

function report(
  name: string,
  startTime: number,
  args: unknown[],
  histogram?: RecordableHistogram,
): void {
  const duration = machine.native.monotonicMs() - startTime;
  histogram?.record(Math.ceil(duration * 1e6) || 1);
  tell(makeNodeEntry({ name, entryType: 'function', startTime, duration }, args));
}

/** Has an end to wait for. */
function isPromiseLike(value: unknown): value is Promise<unknown> {
  return typeof (value as { finally?: unknown } | null | undefined)?.finally === 'function';
}

/**
 * Makes a function whose calls observers of `function` are told of.
 * @param options `histogram`: where the durations are recorded, in nanoseconds
 */
export function timerify(fn: unknown, options: unknown = {}): AnyFunction {
  validateFunction(fn, 'fn');
  const measured = fn as unknown as AnyFunction;
  const histogram = histogramOf(options);
  function timerified(this: unknown, ...args: unknown[]): unknown {
    const start = machine.native.monotonicMs();
    const end = (): void => report(measured.name, start, args, histogram);
    const isNew = new.target !== undefined;
    const result = isNew
      ? (Reflect.construct(measured, args, measured) as unknown)
      : Reflect.apply(measured, this, args);
    if (!isNew && isPromiseLike(result)) return result.finally(end);
    end();
    return result;
  }
  const shown = { length: measured.length, name: `timerified ${measured.name}` };
  for (const [name, value] of Object.entries(shown))
    Object.defineProperty(timerified, name, { value, enumerable: true, configurable: false });
  return timerified;
}
