import { invalidArgValue } from '../../errors/argument-errors.ts';
import { validateInteger } from '../../errors/validate.ts';
import type { StreamOptions } from './types.ts';

/** How much a stream holds before it asks its source to wait: Node's defaults. */
const marks = { bytes: 64 * 1024, objects: 16 };

export function getDefaultHighWaterMark(objectMode?: boolean): number {
  return objectMode ? marks.objects : marks.bytes;
}

export function setDefaultHighWaterMark(objectMode: boolean, value: number): void {
  validateInteger(value, 'value', 0);
  marks[objectMode ? 'objects' : 'bytes'] = value;
}

type Side = 'readableHighWaterMark' | 'writableHighWaterMark';

/**
 * The mark that options ask for.
 * @param side the option's name for one side of a duplex; undefined where there is one side only
 * @returns undefined where they ask for none
 * @throws where the option is no whole number, or negative
 */
export function askedHighWaterMark(
  options: StreamOptions,
  side: Side | undefined,
): number | undefined {
  const mark = options.highWaterMark ?? (side && options[side]) ?? undefined;
  if (mark === undefined) return undefined;
  if (Number.isInteger(mark) && mark >= 0) return mark;
  throw invalidArgValue(side ? `options.${side}` : 'options.highWaterMark', mark);
}
