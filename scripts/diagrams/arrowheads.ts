import type { Head } from './drawing.ts';

const barb = { length: 6, halfWidth: 3.5 };
const crossHalf = 3.5;
const circleRadius = 3;

type Point = readonly [along: number, across: number];

function place({ x, y, angle }: Head, [along, across]: Point): string {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return `${x + along * cos - across * sin} ${y + along * sin + across * cos}`;
}

function polyline(head: Head, points: readonly Point[]): string {
  return `M${points.map((point) => place(head, point)).join('L')}`;
}

/**
 * Path data of the mark at the end of a line. Drawn as lines and not as SVG markers: markers need
 * ids, and ids of several drawings on one page collide.
 */
export function headPath(head: Head): string {
  const { length, halfWidth } = barb;
  const [c, r] = [crossHalf, circleRadius];
  switch (head.mark) {
    case 'arrow':
      return polyline(head, [
        [-length, -halfWidth],
        [0, 0],
        [-length, halfWidth],
      ]);
    case 'cross':
      return `${polyline(head, [
        [-c, -c],
        [c, c],
      ])}${polyline(head, [
        [-c, c],
        [c, -c],
      ])}`;
    case 'circle':
      return `M${place(head, [-2 * r, 0])}a${r} ${r} 0 1 0 0.01 0Z`;
  }
}
