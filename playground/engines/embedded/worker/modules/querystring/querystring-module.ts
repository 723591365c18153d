import { nodeError } from '../errors/node-error.ts';
import { hasEscapes, unescape, unescapeBuffer } from './unescape.ts';

/** `node:querystring` */

type Decode = (text: string) => string;
type Encode = (text: string) => string;

interface ParseOptions {
  /** Parts that are read; 0 reads all. */
  readonly maxKeys?: number;
  readonly decodeURIComponent?: Decode;
}

interface StringifyOptions {
  readonly encodeURIComponent?: Encode;
}

const defaultMaxKeys = 1000;

/** Node takes what comes after a surrogate for the other half, whatever it is. */
function asPair(pair: string): string {
  if (pair.length < 2) throw nodeError(URIError, 'ERR_INVALID_URI', 'URI malformed', asPair);
  const [high, low] = [pair.charCodeAt(0) & 0x3ff, pair.charCodeAt(1) & 0x3ff];
  return String.fromCodePoint(0x1_0000 + ((high << 10) | low));
}

/** @throws {URIError} for a surrogate at the end */
function escape(value: unknown): string {
  const text = typeof value === 'object' ? String(value) : `${value as string}`;
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff][^]?/g, asPair));
}

function primitiveText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? String(value) : '';
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return '';
  }
}

function limitOf(options: ParseOptions | null | undefined): number {
  const given = options?.maxKeys;
  if (typeof given !== 'number') return defaultMaxKeys;
  // As in Node: what is no whole number is never reached.
  return given > 0 && Number.isInteger(given) ? given : Infinity;
}

/** Decodes a key or a value. What has no escapes is spared the default decoder. */
function decoderOf(options: ParseOptions | null | undefined): Decode {
  const given = options?.decodeURIComponent;
  const custom = typeof given === 'function' ? given : querystring.unescape;
  if (custom === unescape) {
    return (text) => {
      const spaced = text.replaceAll('+', ' ');
      return hasEscapes(spaced) ? unescape(spaced) : spaced;
    };
  }
  return (text) => {
    const spaced = text.replaceAll('+', '%20');
    try {
      return custom(spaced);
    } catch {
      return unescape(spaced, true);
    }
  };
}

function add(into: Record<string, string | string[]>, key: string, value: string): void {
  const known = into[key];
  if (known === undefined) into[key] = value;
  else if (Array.isArray(known)) known.push(value);
  else into[key] = [known, value];
}

/** @returns an object without a prototype; a key that comes twice has an array */
function parse(
  text: unknown,
  separator?: unknown,
  equals?: unknown,
  options?: ParseOptions | null,
): Record<string, string | string[]> {
  const found = Object.create(null) as Record<string, string | string[]>;
  if (typeof text !== 'string' || text === '') return found;
  const [between, sign] = [separator ? String(separator) : '&', equals ? String(equals) : '='];
  const decode = decoderOf(options);
  const parts = text.split(between);
  for (const part of parts.slice(0, Math.min(limitOf(options), parts.length))) {
    if (part === '') continue;
    const at = part.indexOf(sign);
    const [key, value] = at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + sign.length)];
    add(found, key && decode(key), value && decode(value));
  }
  return found;
}

function stringify(
  values: unknown,
  separator?: unknown,
  equals?: unknown,
  options?: StringifyOptions | null,
): string {
  if (typeof values !== 'object' || values === null) return '';
  const [between, sign] = [separator || '&', equals || '='];
  const given = options?.encodeURIComponent;
  const encode = typeof given === 'function' ? given : querystring.escape;
  const encodeValue = (value: unknown): string => encode(primitiveText(value));
  return Object.entries(values)
    .flatMap(([key, value]) => {
      const name = `${encodeValue(key)}${sign}`;
      return [value].flat().map((each: unknown) => name + encodeValue(each));
    })
    .join(`${between}`);
}

/** Programs may replace `escape` and `unescape`: the others look here. */
export const querystring = {
  unescapeBuffer,
  unescape: unescape as Decode,
  escape: escape as Encode,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};
