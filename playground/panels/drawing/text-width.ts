/** Bold letters of 12 px in the widest font that a reader's system may have, in px, and air around. */
const NARROW = 5;
const USUAL = 8.4;
const WIDE = 12.5;
const AIR = 6;

/** Widths of a drawing, in px, at which `trace.css` lets a label appear or go: `.from-328`, `.until-328`. */
const widths = [280, 328, 400, 480, 560, 640, 720, 800] as const;

/** Of a drawing on a small phone, in px: what has room here always shows. */
const NARROWEST = 240;

/** One of the widths, or where a label stands regardless of the width. */
export type LabelWidth = (typeof widths)[number] | 0;

/** Room that a text of 12 px needs, in px. */
export function textWidth(text: string): number {
  const letters = Array.from(text, (letter) => {
    if (/[ijl1I|frt .,:;'()-]/.test(letter)) return NARROW;
    return /[mwMW%@]|[^\u0000-\u024f]/.test(letter) ? WIDE : USUAL;
  });
  return letters.reduce((sum, width) => sum + width, AIR);
}

/**
 * From which width of the drawing on a label has enough room; `undefined` where it has never.
 *
 * @param roomPx that it needs
 * @param share of the drawing's width that is free for it, from 0 to 1
 */
export function widthFor(roomPx: number, share: number): LabelWidth | undefined {
  if (roomPx <= share * NARROWEST) return 0;
  return widths.find((width) => roomPx <= share * width);
}

/** Classes of a label that shows from one width on, and until another. */
export function labelClass(from: LabelWidth, until?: LabelWidth): string | undefined {
  const classes = [
    ...(from === 0 ? [] : [`from-${from}`]),
    ...(until === undefined ? [] : [`until-${until}`]),
  ];
  return classes.length === 0 ? undefined : classes.join(' ');
}
