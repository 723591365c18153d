import { invalidArgType, invalidArgValue, notOneOf } from '../errors/argument-errors.ts';
import { validateBoolean, validateObject, validateString } from '../errors/validate.ts';
import { inspect } from './inspect.ts';
import { shouldColorize } from './should-colorize.ts';

const hexColor = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const escape = '\u001b[';

interface Style {
  readonly open: string;
  readonly close: string;
  /** Bold and dim end with one code: the outer one must begin again after the inner one's end. */
  readonly keepClose: boolean;
}

function hexStyle(format: string): Style {
  if (!hexColor.test(format))
    throw invalidArgValue('format', format, 'must be a valid hex color (#RGB or #RRGGBB)');
  const digits = format.length === 4 ? format.replaceAll(/[\da-f]/gi, '$&$&') : format;
  const parts = [1, 3, 5].map((start) => Number.parseInt(digits.slice(start, start + 2), 16));
  return { open: `${escape}38;2;${parts.join(';')}m`, close: `${escape}39m`, keepClose: false };
}

function styleOf(format: unknown): Style {
  if (typeof format === 'string' && format.startsWith('#')) return hexStyle(format);
  const codes = inspect.colors[format as string];
  if (!codes) throw notOneOf('format', format, Object.getOwnPropertyNames(inspect.colors));
  const [open, close] = codes;
  return {
    open: `${escape}${open}m`,
    close: `${escape}${close}m`,
    keepClose: open === 1 || open === 2,
  };
}

/** Puts a style around a text, and begins it again where an inner one ended. */
function paint(text: string, { open, close, keepClose }: Style): string {
  const again = keepClose ? close + open : open;
  const inner = text.endsWith(close)
    ? text.slice(0, -close.length).replaceAll(close, again) + close
    : text.replaceAll(close, again);
  return open + inner + close;
}

/** A stream of Node's or of the web. */
function isStream(value: unknown): boolean {
  const isWeb = value instanceof ReadableStream || value instanceof WritableStream;
  if (isWeb || typeof value !== 'object' || value === null) return isWeb;
  const has = (name: string): boolean => typeof Reflect.get(value, name) === 'function';
  return '_readableState' in value || '_writableState' in value || (has('on') && has('write'));
}

interface StyleTextOptions {
  /** False: colors whatever the stream is. */
  readonly validateStream?: unknown;
  /** Where the text goes; stdout by default. */
  readonly stream?: unknown;
}

function showsColors({ validateStream, stream }: StyleTextOptions): boolean {
  if (validateStream === false) return true;
  const target = stream ?? process.stdout;
  if (!isStream(target))
    throw invalidArgType('stream', ['ReadableStream', 'WritableStream', 'Stream'], target);
  return shouldColorize(target);
}

/**
 * Colors a text, unless it goes to a stream that shows none: a program's output here is no
 * terminal, so only `validateStream: false`, another stream, or `FORCE_COLOR` colors.
 * @param format names of `inspect.colors`, or hex colors; the first is the outermost
 */
export function styleText(format: unknown, text: unknown, options?: StyleTextOptions): string {
  validateString(text, 'text');
  if (options !== undefined) validateObject(options, 'options');
  validateBoolean(options?.validateStream ?? true, 'options.validateStream');
  const colors = showsColors(options ?? {});
  const names = [format].flat().filter((name) => name !== 'none');
  const styles = names.map(styleOf);
  return colors ? styles.reduceRight(paint, text) : text;
}
