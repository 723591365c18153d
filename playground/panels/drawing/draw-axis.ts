import { tag, type Branch } from '../markup/tree.ts';
import type { Layout } from './layout.ts';
import { percent, STEPS, type TimeScale } from './scale.ts';
import { labelClass } from './text-width.ts';
import { timeTicks } from './time-axis.ts';

const TICK_LENGTH = 4;
const LABEL_BELOW_AXIS = 17;

/** The time axis at the foot of a drawing. */
export function drawAxis({ axisY }: Layout, scale: TimeScale): readonly Branch[] {
  const ticks = timeTicks(scale.durationMs).flatMap(({ atMs, label, from }) => {
    const step = scale.step(atMs);
    const x = percent(step);
    const mark = tag('line', { class: 'axis', x1: x, x2: x, y1: axisY, y2: axisY + TICK_LENGTH });
    if (from === undefined) return [mark];
    const classes = [anchorClass(step), labelClass(from)].filter((one) => one !== undefined);
    const className = classes.join(' ') || undefined;
    return [mark, tag('text', { class: className, x, y: axisY + LABEL_BELOW_AXIS }, label)];
  });
  return [tag('line', { class: 'axis', x2: '100%', y1: axisY, y2: axisY }), ...ticks];
}

/** Labels stand under their marks, and at the ends inside the drawing. */
function anchorClass(step: number): string | undefined {
  if (step === 0) return undefined;
  return step > 0.97 * STEPS ? 'last' : 'tick';
}
