import type { Stylize } from './options.ts';

/** `util.inspect.colors` and `util.inspect.styles`. Both can be changed by a program. */

export type ColorCodes = readonly [on: number, off: number];

const foregroundOff = 39;
const backgroundOff = 49;
const firstColor = 30;
const firstBright = 90;
const toBackground = 10;
const colorNames = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

const capitalized = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;

/** The eight colors from a first code on. */
function eight(from: number, off: number, nameOf: (name: string) => string) {
  return Object.fromEntries(
    colorNames.map((name, index): [string, ColorCodes] => [nameOf(name), [from + index, off]]),
  );
}

/** Black of the bright ones is gray, with the other names as aliases. */
function bright(gray: string, from: number, off: number, nameOf: (name: string) => string) {
  const { [nameOf('black')]: code = [from, off] as const, ...others } = eight(from, off, nameOf);
  return { [gray]: code, ...others };
}

export const colors = Object.assign(Object.create(null) as object, {
  reset: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  blink: [5, 25],
  inverse: [7, 27],
  hidden: [8, 28],
  strikethrough: [9, 29],
  doubleunderline: [21, 24],
  ...eight(firstColor, foregroundOff, (name) => name),
  ...eight(firstColor + toBackground, backgroundOff, (name) => `bg${capitalized(name)}`),
  framed: [51, 54],
  overlined: [53, 55],
  ...bright('gray', firstBright, foregroundOff, (name) => `${name}Bright`),
  ...bright('bgGray', firstBright + toBackground, backgroundOff, (name) => {
    return `bg${capitalized(name)}Bright`;
  }),
}) as Record<string, ColorCodes>;

const aliases: Readonly<Record<string, readonly string[]>> = {
  gray: ['grey', 'blackBright'],
  bgGray: ['bgGrey', 'bgBlackBright'],
  dim: ['faint'],
  strikethrough: ['crossedout', 'strikeThrough', 'crossedOut'],
  hidden: ['conceal'],
  inverse: ['swapColors', 'swapcolors'],
  doubleunderline: ['doubleUnderline'],
};

for (const [name, others] of Object.entries(aliases)) {
  for (const alias of others)
    Object.defineProperty(colors, alias, {
      get(this: Record<string, ColorCodes>) {
        return this[name];
      },
      set(this: Record<string, ColorCodes>, codes: ColorCodes) {
        this[name] = codes;
      },
      configurable: true,
      enumerable: false,
    });
}

export const styles = Object.assign(Object.create(null) as object, {
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  regexp: 'red',
  module: 'underline',
}) as Record<string, string>;

export const plain: Stylize = (text) => text;

/** A stylizer that reads the tables at each call, so that changes to them show. */
export function colorful(tables: {
  readonly colors: Readonly<Record<string, ColorCodes>>;
  readonly styles: Readonly<Record<string, string>>;
}): Stylize {
  return (text, style) => {
    const color = tables.styles[style];
    const codes = color === undefined ? undefined : tables.colors[color];
    return codes === undefined ? text : `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m`;
  };
}
