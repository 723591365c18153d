import { failure, success } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { grouped } from '../model/fact-words.ts';

export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** Reads a whole number as people type it; the problem says what to type instead. */
export function readNumber(text: string, { min, max }: NumberRange): Result<number, string> {
  const digits = text.replaceAll(/[\s,_]/gu, '');
  if (digits === '') return failure(`Type a number, or choose “Not sure”.`);
  if (!/^-?\d+$/u.test(digits)) return failure(`“${text.trim()}” is not a whole number.`);
  const value = Number(digits);
  if (value < min) return failure(`${grouped(min)} is the least this can be.`);
  if (value > max) return failure(`${grouped(max)} is the most this can be.`);
  return success(value);
}
