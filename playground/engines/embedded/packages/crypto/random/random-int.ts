import { invalidArgType, outOfRange, validateFunction } from 'node:internal/errors';
import { callBack } from '../job.ts';
import { fillRandom } from './random-bytes.ts';

const widest = 2 ** 48 - 1;
const wholeRange = 2 ** 48;

/** A whole number of 48 random bits. */
function bits48(): number {
  const bytes = new Uint8Array(6);
  fillRandom(bytes);
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Each number of the range as likely as the others: what exceeds a multiple of it is drawn anew. */
function draw(min: number, range: number): number {
  const limit = wholeRange - (wholeRange % range);
  let number = bits48();
  while (number >= limit) number = bits48();
  return min + (number % range);
}

/** `randomInt([min, ]max[, callback])`: at least `min`, less than `max`. */
export function randomInt(...args: readonly unknown[]): number | undefined {
  const short = args[1] === undefined || typeof args[1] === 'function';
  const [min, max, callback] = short ? [0, args[0], args[1]] : args;
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (!isSafe(min)) throw invalidArgType('min', 'a safe integer', min);
  if (!isSafe(max)) throw invalidArgType('max', 'a safe integer', max);
  if (max <= min) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (range > widest) throw outOfRange('max - min', `<= ${widest}`, range);
  if (callback === undefined) return draw(min, range);
  callBack(() => draw(min, range), callback);
  return undefined;
}

function isSafe(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
