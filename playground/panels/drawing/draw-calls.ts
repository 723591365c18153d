import type { CallOutcome } from '../../lab/trace.ts';
import { tag, type Branch } from '../markup/tree.ts';
import { rowY, type Layout } from './layout.ts';
import type { LaneMarks } from './marks.ts';
import { percent } from './scale.ts';
import { symbolOf } from './trace-marks.ts';

/** Between two bars of one row, in steps of the axis. */
const AIR = 2;

const outcomes: readonly CallOutcome[] = ['answered', 'fallback', 'failed', 'timed-out'];

/** The lines on which calls stand. */
export function drawLanes({ lanes }: Layout): readonly Branch[] {
  return lanes.map(({ y }) => tag('line', { class: 'lane', x2: '100%', y1: y, y2: y }));
}

/** Who called whom, and how long it took: one path a kind of line, in steps of the axis. */
export function plotCalls(marks: readonly LaneMarks[], { lanes }: Layout): readonly Branch[] {
  const laneY = new Map(lanes.map(({ name, y }) => [name, y]));
  let links = '';
  const stays = new Map<CallOutcome, string>(outcomes.map((outcome) => [outcome, '']));
  marks.forEach((lane, index) => {
    const y = lanes[index]?.y ?? 0;
    for (const { outcome, from, to, row, caller } of lane.stays) {
      const callerY = caller === undefined ? undefined : laneY.get(caller);
      if (callerY !== undefined) links += `M${from} ${callerY}V${rowY(y, row)}`;
      stays.set(outcome, `${stays.get(outcome) ?? ''}M${from} ${rowY(y, row)}H${to - AIR}`);
    }
  });
  return [
    tag('path', { class: 'link', d: links }),
    ...[...stays].map(([outcome, d]) => tag('path', { class: `stay ${outcome}`, d })),
  ].filter((path) => typeof path !== 'string' && path.attributes['d'] !== '');
}

/** How each call ended, at the moment when it did. */
export function drawMarks(marks: readonly LaneMarks[], { lanes }: Layout): readonly Branch[] {
  return marks.flatMap((lane, index) => {
    if (lane.marks.length === 0) return [];
    const uses = lane.marks.map(({ outcome, step, row }) => {
      const y = row === 0 ? undefined : rowY(0, row);
      return tag('use', { href: symbolOf[outcome], x: percent(step), y });
    });
    const transform = `translate(0 ${lanes[index]?.y ?? 0})`;
    return [tag('g', { class: 'marks', transform }, ...uses)];
  });
}

/** Names of the lanes, above their left ends. */
export function drawLaneNames({ lanes }: Layout): readonly Branch[] {
  return lanes.map(({ name, nameY }) => tag('text', { class: 'halo', y: nameY }, name));
}
