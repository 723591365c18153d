import { invalidArgType, outOfRange } from 'node:internal/errors';
import { machine } from 'node:internal/machine';

/** What a timer can wait at most, in milliseconds; Node takes this in place of more. */
const longestMs = 2 ** 31 - 1;

/**
 * Milliseconds of a timeout.
 * @throws ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE
 */
export function readTimeout(value: unknown, name: string): number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (value < 0 || !Number.isFinite(value))
    throw outOfRange(name, 'a non-negative finite number', value);
  if (value <= longestMs) return value;
  const message = `${value} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${longestMs}.`;
  machine.process.emitWarning(message, 'TimeoutOverflowWarning');
  return longestMs;
}
