import { invalidArgType } from '../../errors/argument-errors.ts';
import { proxyDetails } from '../proxies.ts';
import { isBuiltInName } from './class-name.ts';
import { inspect } from './inspect.ts';
import { defaultOptions, type InspectOptions } from './options.ts';
import { bigintText, numberText } from './primitives.ts';

/** `util.format`: texts with places for values. */

type Options = InspectOptions | undefined;

/** Whether text of an object's own making is worth more than its properties. */
function hasBuiltInToString(object: object): boolean {
  const proxy = proxyDetails(object);
  if (proxy?.target === null) return true;
  const value = proxy?.target ?? object;
  const names = (['toString', Symbol.toPrimitive] as const).filter(
    (name) => typeof Reflect.get(value, name) === 'function',
  );
  if (names.length === 0) return true;
  let owner: object = value;
  if (names.some((name) => Object.hasOwn(owner, name))) return false;
  do owner = Object.getPrototypeOf(owner) as object;
  while (!names.some((name) => Object.hasOwn(owner, name)));
  const own: unknown = Object.getOwnPropertyDescriptor(owner, 'constructor')?.value;
  return typeof own === 'function' && isBuiltInName(own.name);
}

function separators(options: Options): boolean {
  return options?.numericSeparator ?? defaultOptions.numericSeparator;
}

function number(value: unknown, options: Options): string {
  return numberText(value as number, separators(options));
}

function asText(value: unknown, options: Options): string {
  if (typeof value === 'number') return number(value, options);
  if (typeof value === 'bigint') return bigintText(value, separators(options));
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject || !hasBuiltInToString(value)) return String(value);
  return inspect(value, { ...options, compact: 3, colors: false, depth: 0 });
}

/** `%d`, `%i` and `%f`: a symbol is no number, a bigint stays what it is. */
function asNumber(toNumber: (value: never) => number, keepsBigint: boolean) {
  return (value: unknown, options: Options): string => {
    if (typeof value === 'symbol') return 'NaN';
    if (typeof value === 'bigint' && keepsBigint) return bigintText(value, separators(options));
    return number(toNumber(value as never), options);
  };
}

function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof TypeError && /circular|cyclic/.test(error.message)) return '[Circular]';
    throw error;
  }
}

/** Letter after the percent sign → the text of a value in its place. */
const places: Readonly<Record<string, (value: unknown, options: Options) => unknown>> = {
  s: asText,
  d: asNumber(Number, true),
  i: asNumber(Number.parseInt, true),
  f: asNumber(Number.parseFloat, false),
  j: asJson,
  o: (value, options) =>
    inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 }),
  O: (value, options) => inspect(value, options),
  c: () => '',
};

/** Fills the places of a text. @returns the text, and how many values it took */
function fill(text: string, values: readonly unknown[], options: Options) {
  let used = 0;
  const filled = text.replaceAll(/%([\s\S])/g, (whole, letter: string) => {
    if (letter === '%') return '%';
    const show = Object.hasOwn(places, letter) ? places[letter] : undefined;
    if (show === undefined || used === values.length) return whole;
    return String(show(values[used++], options));
  });
  return { filled, used };
}

function formatAll(options: Options, args: readonly unknown[]): string {
  const [first, ...rest] = args;
  const show = (value: unknown): string =>
    typeof value === 'string' ? value : inspect(value, options);
  if (typeof first !== 'string') return args.map(show).join(' ');
  if (rest.length === 0) return first;
  const { filled, used } = fill(first, rest, options);
  return [filled, ...rest.slice(used).map(show)].join(' ');
}

export function format(...args: unknown[]): string {
  return formatAll(undefined, args);
}

export function formatWithOptions(options: unknown, ...args: unknown[]): string {
  if (typeof options !== 'object' || options === null)
    throw invalidArgType('inspectOptions', 'Object', options);
  return formatAll(options, args);
}
