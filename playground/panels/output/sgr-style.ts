import { colorOf256, colorOfRgb, type Color } from './sgr-colors.ts';

/** How text looks from here on. What a program hides (SGR 8) stays visible here. */
export interface Style {
  readonly marks: ReadonlySet<Mark>;
  readonly color: Color | undefined;
  readonly background: Color | undefined;
}

const MARKS = ['bold', 'dim', 'italic', 'underline', 'inverse', 'strike'] as const;
type Mark = (typeof MARKS)[number];

export const plain: Style = { marks: new Set(), color: undefined, background: undefined };

/** ECMA-48, 8.3.117: which codes begin and end a mark. */
const begins: Readonly<Record<number, Mark>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
  21: 'underline',
};
const ends: Readonly<Record<number, readonly Mark[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
};

/**
 * The style after one "select graphic rendition".
 * @param parameters what stands between `ESC [` and `m`: numbers with `;`, or with `:` as ISO 8613-6
 *   has it; unknown ones change nothing
 */
export function styleAfter(style: Style, parameters: string): Style {
  const codes = parameters.split(';');
  let now = style;
  for (let at = 0; at < codes.length; at += 1) {
    const [head = '', ...parts] = (codes[at] ?? '').split(':');
    const code = Number(head);
    if (code !== 38 && code !== 48) {
      now = afterCode(now, parts[0] === '0' && code === 4 ? 24 : code);
      continue;
    }
    // With colons the color is a part of its code, with semicolons it is the next codes.
    const given = parts.length > 0 ? { color: colorParts(parts), used: 0 } : nextColor(codes, at);
    at += given.used;
    if (given.color === undefined) continue;
    now = code === 38 ? { ...now, color: given.color } : { ...now, background: given.color };
  }
  return now;
}

/** Class names that the style sheet knows; empty for plain text. */
export function classesOf({ marks, color, background }: Style): string {
  return [
    ...MARKS.filter((mark) => marks.has(mark)).map((mark) => `t-${mark}`),
    ...(color === undefined ? [] : [`t-fg t-c${color}`]),
    ...(background === undefined ? [] : [`t-bg t-b${background}`]),
  ].join(' ');
}

function afterCode(style: Style, code: number): Style {
  const begun = begins[code];
  if (begun) return { ...style, marks: new Set([...style.marks, begun]) };
  const ended = ends[code];
  if (ended) {
    return { ...style, marks: new Set([...style.marks].filter((mark) => !ended.includes(mark))) };
  }
  if (code === 0) return plain;
  if (code === 39) return { ...style, color: undefined };
  if (code === 49) return { ...style, background: undefined };
  const color = sixteenth(code, 30) ?? sixteenth(code - 60, 30, 8);
  if (color !== undefined) return { ...style, color };
  const background = sixteenth(code, 40) ?? sixteenth(code - 60, 40, 8);
  return background === undefined ? style : { ...style, background };
}

function sixteenth(code: number, from: number, plus = 0): Color | undefined {
  return code >= from && code < from + 8 ? code - from + plus : undefined;
}

function nextColor(codes: readonly string[], at: number): { color?: Color; used: number } {
  const kind = codes[at + 1];
  const used = kind === '5' ? 2 : kind === '2' ? 4 : codes.length;
  const color = colorParts(codes.slice(at + 1, at + 1 + used));
  return color === undefined ? { used } : { color, used };
}

/** `5, n` or `2, r, g, b`, the latter also with the color space that ISO 8613-6 puts before. */
function colorParts([kind, ...rest]: readonly string[]): Color | undefined {
  const numbers = (kind === '2' && rest.length > 3 ? rest.slice(1, 4) : rest).map(Number);
  if (!numbers.every((value) => Number.isInteger(value) && value >= 0 && value < 256)) {
    return undefined;
  }
  const [first, second, third] = numbers;
  if (kind === '5' && first !== undefined) return colorOf256(first);
  const whole = first !== undefined && second !== undefined && third !== undefined;
  return kind === '2' && whole ? colorOfRgb(first, second, third) : undefined;
}
