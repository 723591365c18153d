import { invalidArgType, notOneOf, outOfRange } from './argument-errors.ts';

/** Checks of arguments. Each throws what Node throws. */

export function validateFunction(value: unknown, name: string): asserts value is CallableFunction {
  if (typeof value !== 'function') throw invalidArgType(name, 'Function', value);
}

export function validateString(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
}

export function validateBoolean(value: unknown, name: string): asserts value is boolean {
  if (typeof value !== 'boolean') throw invalidArgType(name, 'boolean', value);
}

/** An object that is neither null nor an array. */
export function validateObject(value: unknown, name: string): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidArgType(name, 'Object', value);
}

/** @throws also where the number is not within the bounds */
export function validateNumber(
  value: unknown,
  name: string,
  min?: number,
  max?: number,
): asserts value is number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  const bounds = [
    ...(min === undefined ? [] : [`>= ${min}`]),
    ...(max === undefined ? [] : [`<= ${max}`]),
  ];
  const outside = value < (min ?? -Infinity) || value > (max ?? Infinity);
  if (outside || (bounds.length > 0 && Number.isNaN(value)))
    throw outOfRange(name, bounds.join(' && '), value);
}

/** @throws also where it is no whole number within the bounds */
export function validateInteger(
  value: unknown,
  name: string,
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
): asserts value is number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
}

export function validateOneOf(value: unknown, name: string, allowed: readonly unknown[]): void {
  if (!allowed.includes(value)) throw notOneOf(name, value, allowed);
}

/** A signal, or nothing. */
export function validateSignal(
  value: unknown,
  name: string,
): asserts value is AbortSignal | undefined {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || !('aborted' in value))
    throw invalidArgType(name, 'AbortSignal', value);
}

export function validateArray(value: unknown, name: string): asserts value is unknown[] {
  if (!Array.isArray(value)) throw invalidArgType(name, 'Array', value);
}

/** @param check of each element, which is named `name[index]` */
export function validateArrayOf(
  value: unknown,
  name: string,
  check: (element: unknown, name: string) => void,
): void {
  validateArray(value, name);
  for (const [index, element] of value.entries()) check(element, `${name}[${index}]`);
}

/** One of several texts, said as if they were types. */
export function validateUnion(value: unknown, name: string, allowed: readonly string[]): void {
  if (!allowed.includes(value as string))
    throw invalidArgType(name, `('${allowed.join('|')}')`, value);
}
