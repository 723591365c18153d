import { invalidArgValue } from '../../errors/argument-errors.ts';
import { validateInteger } from '../../errors/validate.ts';

/** How much a stream holds before it asks its source to wait: Node's defaults. */
const marks = { bytes: 64 * 1024, objects: 16 };

export function getDefaultHighWaterMark(objectMode?: boolean): number {
  return objectMode ? marks.objects : marks.bytes;
}

export function setDefaultHighWaterMark(objectMode: boolean, value: number): void {
  validateInteger(value, 'value', 0);
  marks[objectMode ? 'objects' : 'bytes'] = value;
}

type Options = Readonly<Record<string, unknown>>;

/**
 * A stream's own mark.
 * @param duplexKey the option's name for one side of a duplex
 * @throws where the option is no whole number, or negative
 */
export function getHighWaterMark(
  state: { readonly objectMode: boolean },
  options: Options,
  duplexKey: string,
  isDuplex: boolean,
): number {
  const key =
    (options['highWaterMark'] ?? undefined) === undefined && isDuplex ? duplexKey : 'highWaterMark';
  const mark = options[key] ?? undefined;
  if (mark === undefined) return getDefaultHighWaterMark(state.objectMode);
  if (Number.isInteger(mark) && Number(mark) >= 0) return Number(mark);
  throw invalidArgValue(isDuplex ? `options.${duplexKey}` : 'options.highWaterMark', mark);
}
