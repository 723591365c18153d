import { outOfRange } from '../errors/argument-errors.ts';
import { validateNumber } from '../errors/validate.ts';
import { outOfBounds } from './memory.ts';

/** `readInt16BE`, `writeDoubleLE` and the like: all numbers that lie in bytes. */

type Method = (this: Uint8Array, ...args: never[]) => unknown;

/** Bytes of a whole number, and how they stand. */
interface Layout {
  readonly size: number;
  readonly signed: boolean;
  readonly little: boolean;
}

const sizes = [1, 2, 4] as const;
const largestSize = 6;
const allBits = 2n ** 64n - 1n;

function badPosition(value: unknown, name: string, min: number, max: number): Error {
  validateNumber(value, name);
  if (Math.floor(value) !== value) return outOfRange(name, 'an integer', value);
  return max < min ? outOfBounds() : outOfRange(name, `>= ${min} and <= ${max}`, value);
}

function checkOffset(bytes: Uint8Array, offset: unknown, size: number): asserts offset is number {
  const last = bytes.length - size;
  if (!Number.isInteger(offset) || Number(offset) < 0 || Number(offset) > last)
    throw badPosition(offset, 'offset', 0, last);
}

function checkSize(size: unknown): asserts size is number {
  // As in Node: a BigInt fails here, in the words of the language.
  Math.floor(size as number);
  if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > largestSize)
    throw badPosition(size, 'byteLength', 1, largestSize);
}

function readWhole(bytes: Uint8Array, offset: number, { size, signed, little }: Layout): number {
  let value = 0;
  for (let at = 0; at < size; at++)
    value = value * 256 + (bytes[little ? offset + size - 1 - at : offset + at] ?? 0);
  return signed && value >= 2 ** (size * 8 - 1) ? value - 2 ** (size * 8) : value;
}

function writeWhole(bytes: Uint8Array, value: number, offset: number, layout: Layout): number {
  const { size, little } = layout;
  const whole = Math.trunc(value);
  let rest = whole < 0 ? whole + 2 ** (size * 8) : whole;
  for (let at = 0; at < size; at++) {
    bytes[little ? offset + at : offset + size - 1 - at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return offset + size;
}

/** The bounds of a value, in the words of Node's messages. */
function rangeText(bits: number, signed: boolean, mark: '' | 'n'): string {
  const power = (exponent: number): string => `2${mark} ** ${exponent}${mark}`;
  if (bits > 32)
    return signed
      ? `>= -(${power(bits - 1)}) and < ${power(bits - 1)}`
      : `>= 0${mark} and < ${power(bits)}`;
  const [min, max] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  return `>= ${min} and <= ${max}`;
}

function checkValue(value: number, { size, signed }: Layout): void {
  const bits = size * 8;
  const [min, end] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1)] : [0, 2 ** bits];
  if (value < min || value > end - 1) throw outOfRange('value', rangeText(bits, signed, ''), value);
}

function fixedMethods(name: string, layout: Layout): [string, Method][] {
  const { size } = layout;
  function read(this: Uint8Array, offset: unknown = 0): number {
    checkOffset(this, offset, size);
    return readWhole(this, offset, layout);
  }
  function write(this: Uint8Array, value: unknown, offset: unknown = 0): number {
    const number = +(value as number);
    if (size === 1) validateNumber(offset, 'offset');
    checkValue(number, layout);
    checkOffset(this, offset, size);
    return writeWhole(this, number, offset, layout);
  }
  return [
    [`read${name}`, read],
    [`write${name}`, write],
  ];
}

function sizedMethods(name: string, layout: Omit<Layout, 'size'>): [string, Method][] {
  function read(this: Uint8Array, offset: unknown, size: unknown): number {
    if (offset === undefined) validateNumber(offset, 'offset');
    checkSize(size);
    checkOffset(this, offset, size);
    return readWhole(this, offset, { ...layout, size });
  }
  function write(this: Uint8Array, value: unknown, offset: unknown, size: unknown): number {
    checkSize(size);
    const number = +(value as number);
    if (size === 1) validateNumber(offset, 'offset');
    checkValue(number, { ...layout, size });
    checkOffset(this, offset, size);
    return writeWhole(this, number, offset, { ...layout, size });
  }
  return [
    [`read${name}`, read],
    [`write${name}`, write],
  ];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function bigMethods(name: string, signed: boolean, little: boolean): [string, Method][] {
  const [min, end] = signed ? [-(2n ** 63n), 2n ** 63n] : [0n, 2n ** 64n];
  const kind = signed ? 'BigInt64' : 'BigUint64';
  function read(this: Uint8Array, offset: unknown = 0): bigint {
    checkOffset(this, offset, 8);
    return viewOf(this)[`get${kind}`](offset, little);
  }
  function write(this: Uint8Array, value: bigint, offset: unknown = 0): number {
    if (value < min || value >= end) throw outOfRange('value', rangeText(64, signed, 'n'), value);
    checkOffset(this, offset, 8);
    // As in Node: a number is no big integer, which the operator says.
    const whole = value & allBits;
    viewOf(this)[`set${kind}`](offset, whole, little);
    return offset + 8;
  }
  return [
    [`read${name}`, read],
    [`write${name}`, write],
  ];
}

function floatMethods(
  name: string,
  kind: 'Float32' | 'Float64',
  little: boolean,
): [string, Method][] {
  const size = kind === 'Float32' ? 4 : 8;
  function read(this: Uint8Array, offset: unknown = 0): number {
    checkOffset(this, offset, size);
    return viewOf(this)[`get${kind}`](offset, little);
  }
  function write(this: Uint8Array, value: unknown, offset: unknown = 0): number {
    const number = +(value as number);
    checkOffset(this, offset, size);
    // There are many NaN, and a browser writes the one it has.
    viewOf(this)[`set${kind}`](offset, Number.isNaN(number) ? Number.NaN : number, little);
    return offset + size;
  }
  return [
    [`read${name}`, read],
    [`write${name}`, write],
  ];
}

function methodsOf(little: boolean): [string, Method][] {
  const end = little ? 'LE' : 'BE';
  const whole = [false, true].flatMap((signed) => {
    const kind = signed ? 'Int' : 'UInt';
    const fixed = sizes.map((size) => ({
      name: `${kind}${size * 8}${size === 1 ? '' : end}`,
      layout: { size, signed, little },
    }));
    return [
      ...fixed.flatMap(({ name, layout }) => fixedMethods(name, layout)),
      ...sizedMethods(`${kind}${end}`, { signed, little }),
      ...bigMethods(`Big${kind}64${end}`, signed, little),
    ];
  });
  return [
    ...whole,
    ...floatMethods(`Float${end}`, 'Float32', little),
    ...floatMethods(`Double${end}`, 'Float64', little),
  ];
}

/** `readUint8` is `readUInt8`. */
function withAliases(methods: readonly [string, Method][]): [string, Method][] {
  return methods.flatMap(([name, method]) => {
    Object.defineProperty(method, 'name', { value: name });
    const alias = name.replace('UInt', 'Uint');
    return alias === name
      ? [[name, method]]
      : [
          [name, method],
          [alias, method],
        ];
  });
}

export const numberMethods: Readonly<Record<string, Method>> = Object.fromEntries(
  withAliases([...methodsOf(true), ...methodsOf(false)]),
);
