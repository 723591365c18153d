import { formatQuantity, timeUnitFor } from '../format.ts';
import { textWidth, widthFor, type LabelWidth } from './text-width.ts';

/** A place on the time axis with its label. */
export interface Tick {
  readonly atMs: number;
  readonly label: string;
  /** From which width of the drawing on the label shows; the mark always does. */
  readonly from: LabelWidth | undefined;
}

const MOST_TICKS = 7;
/** Of steps like these a reader counts easily; 15, 30 and 60 are for minutes and hours. */
const decimalSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const sixtiethSteps = [1, 2, 5, 10, 15, 30, 60];

/**
 * At most seven round moments from 0 to the end of the axis. The last one says the unit. Every
 * second label waits for a drawing that is wide enough.
 */
export function timeTicks(durationMs: number): readonly Tick[] {
  const { unit, ms } = timeUnitFor(durationMs, 2);
  const length = durationMs / ms;
  const steps = unit === 'h' || unit === 'min' ? sixtiethSteps : decimalSteps;
  const step = steps.find((one) => length / one < MOST_TICKS) ?? Math.ceil(length / MOST_TICKS);
  const count = Math.floor(length / step + 1e-9) + 1;
  const share = (step * ms) / durationMs;
  const room = textWidth(formatQuantity((count - 1) * step, unit));
  return Array.from({ length: count }, (_, index): Tick => {
    const last = index === count - 1;
    const label = formatQuantity(index * step, last ? unit : undefined);
    const even = (count - 1 - index) % 2 === 0;
    return { atMs: index * step * ms, label, from: even ? 0 : widthFor(room, share) };
  });
}
