/**
 * The part of DER that keys and signatures are written in (ITU-T X.690): definite lengths, tags of
 * one byte.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** Tags that keys use. */
export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
} as const;

/** The tag of `[number]`, whose content is more DER. */
export const contextTag = (number: number): number => 0xa0 | number;

/** What is read is not the DER that it should be. */
export class DerError extends Error {}

/** Takes elements from the front of some bytes. */
export class DerReader {
  readonly #bytes: Bytes;
  #at = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  /** The tag of what comes next; undefined at the end. */
  get nextTag(): number | undefined {
    return this.#bytes[this.#at];
  }

  /** @throws {DerError} where another tag, or nothing, comes */
  take(tag: number): Bytes {
    if (this.nextTag !== tag) throw new DerError('wrong tag');
    const [length, from] = this.#length(this.#at + 1);
    const end = from + length;
    if (end > this.#bytes.length) throw new DerError('too short');
    this.#at = end;
    return this.#bytes.subarray(from, end);
  }

  /** A reader of what a sequence, or something tagged, holds. */
  inside(tag: number = tags.sequence): DerReader {
    return new DerReader(this.take(tag));
  }

  integer(): bigint {
    return toBigInt(this.take(tags.integer));
  }

  /** Dotted, such as `1.2.840.113549.1.1.1`. */
  oid(): string {
    return readOid(this.take(tags.oid));
  }

  /** Without the byte that says how many of the last bits do not count. */
  bitString(): Bytes {
    const content = this.take(tags.bitString);
    if (content[0] !== 0) throw new DerError('odd bits');
    return content.subarray(1);
  }

  /** @returns how long the content is, and where it begins */
  #length(at: number): readonly [number, number] {
    const first = this.#bytes[at] ?? 0;
    if (first < 0x80) return [first, at + 1];
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError('bad length');
    let length = 0;
    for (let i = 1; i <= count; i += 1) length = length * 256 + (this.#bytes[at + i] ?? 0);
    return [length, at + 1 + count];
  }
}

export function toBigInt(bytes: Uint8Array): bigint {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex === '' ? 0n : BigInt(`0x${hex}`);
}

/** Big-endian. @param length in bytes; without one, as few as the number needs */
export function fromBigInt(value: bigint, length = byteLength(value)): Bytes {
  const hex = value.toString(16).padStart(length * 2, '0');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

export function byteLength(value: bigint): number {
  return Math.max(1, Math.ceil(value.toString(16).length / 2));
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function element(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const content = concat(...contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : [0x80 | byteLength(BigInt(length)), ...fromBigInt(BigInt(length))];
  return concat(Uint8Array.of(tag, ...size), content);
}

export const sequence = (...parts: readonly Uint8Array[]): Bytes =>
  element(tags.sequence, ...parts);
export const octetString = (bytes: Uint8Array): Bytes => element(tags.octetString, bytes);
export const bitString = (bytes: Uint8Array): Bytes =>
  element(tags.bitString, Uint8Array.of(0), bytes);
export const nothing = (): Bytes => element(tags.null);

/** A whole number that is not negative. */
export function integer(value: bigint): Bytes {
  const bytes = fromBigInt(value);
  return (bytes[0] ?? 0) < 0x80
    ? element(tags.integer, bytes)
    : element(tags.integer, Uint8Array.of(0), bytes);
}

/** @param dotted such as `1.2.840.113549.1.1.1` */
export function oid(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return element(tags.oid, Uint8Array.from(bytes));
}

function readOid(content: Uint8Array): string {
  const parts: number[] = [];
  let part = 0;
  for (const byte of content) {
    part = part * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      parts.push(part);
      part = 0;
    }
  }
  const [head = 0, ...rest] = parts;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join('.');
}
