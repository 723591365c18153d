import { invalidArgValue, notOneOf } from '../errors/argument-errors.ts';
import { validateString } from '../errors/validate.ts';
import { inspect } from './inspect.ts';

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

function styleOf(format: string): Style {
  if (format.startsWith('#')) return hexStyle(format);
  const codes = inspect.colors[format];
  if (codes === undefined) throw notOneOf('format', format, Object.keys(inspect.colors));
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

/**
 * Colors a text, unless it goes to a stream that shows none: a program's output here is no
 * terminal, so only `validateStream: false` colors.
 * @param format names of `inspect.colors`, or hex colors; the first is the outermost
 */
export function styleText(
  format: string | readonly string[],
  text: string,
  options: { readonly validateStream?: boolean } = {},
): string {
  validateString(text, 'text');
  const names = [format].flat().filter((name) => name !== 'none') as string[];
  const styles = names.map(styleOf);
  if (options.validateStream ?? true) return text;
  return styles.reduceRight(paint, text);
}
