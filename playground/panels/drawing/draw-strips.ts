import { tag, type Branch } from '../markup/tree.ts';
import { STRIP_HEIGHT, type Layout, type Panel } from './layout.ts';
import { percent, STEPS, type TimeScale } from './scale.ts';
import type { Segment } from './strips.ts';
import { labelClass, textWidth, widthFor } from './text-width.ts';

const WORD_BELOW_TOP = 13;

/** One strip a thing with states; where it does not exist in this run, an empty frame says so. */
export function drawStrips(
  segments: readonly (readonly Segment[])[],
  { strips }: Layout,
  scale: TimeScale,
): readonly Branch[] {
  return strips.flatMap((panel, index) => {
    const name = tag('text', { class: 'halo', y: panel.nameY }, panel.name);
    const ofStrip = segments[index] ?? [];
    if (ofStrip.length === 0) return [name, ...drawNone(panel)];
    return [name, ...ofStrip.flatMap((segment) => drawSegment(segment, panel, scale))];
  });
}

function drawNone({ y }: Panel): readonly Branch[] {
  return [
    tag('rect', { class: 'seg none', y, width: '100%', height: STRIP_HEIGHT }),
    tag('text', { x: 6, y: y + WORD_BELOW_TOP }, 'none'),
  ];
}

function drawSegment(
  { state, tone, fromMs, toMs }: Segment,
  { y }: Panel,
  scale: TimeScale,
): readonly Branch[] {
  const from = scale.step(fromMs);
  const width = scale.step(toMs) - from;
  const box = { x: percent(from), y, width: percent(width), height: STRIP_HEIGHT };
  const hatch = tone === 'blocked' ? [tag('rect', { class: 'hatch', ...box })] : [];
  return [
    tag('rect', { class: `seg ${tone}`, ...box }),
    ...hatch,
    ...drawWord(state, from + width / 2, width / STEPS, y + WORD_BELOW_TOP),
  ];
}

/** The state in its segment; where it has no room its first word; where that has none, nothing. */
function drawWord(state: string, middle: number, share: number, y: number): readonly Branch[] {
  const short = /^[\p{L}\p{N}]+/u.exec(state)?.[0] ?? state;
  const whole = widthFor(textWidth(state), share);
  const part = short === state ? undefined : widthFor(textWidth(short), share);
  const place = { x: percent(middle), y };
  const word = (className: string | undefined, text: string): Branch =>
    tag('text', { class: className === undefined ? 'word' : `word ${className}`, ...place }, text);
  return [
    ...(part === undefined || part === whole ? [] : [word(labelClass(part, whole), short)]),
    ...(whole === undefined ? [] : [word(labelClass(whole), state)]),
  ];
}
