/**
 * The sixteen colors of a terminal by their numbers: 0 to 7 are black, red, green, yellow, blue,
 * magenta, cyan and white, 8 to 15 their bright twins. The style sheet has a readable shade of each
 * for both themes, so every other color is drawn as the nearest of these.
 */
export type Color = number;

const BRIGHT = 8;
const GRAYS: readonly (readonly [below: number, color: Color])[] = [
  [48, 0],
  [144, 8],
  [216, 7],
  [256, 15],
];
/** Where on the color wheel a color begins, in degrees; red goes round the end. */
const HUES: readonly (readonly [from: number, color: Color])[] = [
  [345, 1],
  [265, 5],
  [200, 4],
  [160, 6],
  [70, 2],
  [20, 3],
  [0, 1],
];
/** Below this difference of its strongest and weakest part, a color is a gray. */
const LEAST_CHROMA = 40;
/** A strongest part from here on makes a color a bright one. */
const BRIGHT_FROM = 192;

/** The steps of each part in the cube of 216 colors. */
const CUBE = [0, 95, 135, 175, 215, 255] as const;

/** The nearest of the sixteen for one of 256, as xterm numbers them. */
export function colorOf256(index: number): Color {
  if (index < 16) return index;
  if (index >= 232) {
    const level = 8 + (index - 232) * 10;
    return colorOfRgb(level, level, level);
  }
  const at = index - 16;
  const part = (value: number): number => CUBE[value % 6] ?? 0;
  return colorOfRgb(part(Math.floor(at / 36)), part(Math.floor(at / 6)), part(at));
}

/** The nearest of the sixteen, by hue and not by distance: a pale red stays red. */
export function colorOfRgb(red: number, green: number, blue: number): Color {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma < LEAST_CHROMA) return GRAYS.find(([below]) => most < below)?.[1] ?? 15;
  const hue = hueOf(red, green, blue, most, chroma);
  const color = HUES.find(([from]) => hue >= from)?.[1] ?? 1;
  return most >= BRIGHT_FROM ? color + BRIGHT : color;
}

/** In degrees, from 0 to 360. */
function hueOf(red: number, green: number, blue: number, most: number, chroma: number): number {
  if (most === red) return (60 * ((green - blue) / chroma) + 360) % 360;
  return most === green ? 60 * ((blue - red) / chroma + 2) : 60 * ((red - green) / chroma + 4);
}
