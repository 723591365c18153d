import { machine } from 'node:internal/machine';

const { loop } = machine;

interface Utilization {
  readonly idle: number;
  readonly active: number;
  readonly utilization: number;
}

function ratio(idle: number, active: number): Utilization {
  return { idle, active, utilization: active / (idle + active) };
}

/**
 * How much of its time the loop did something, since the program began.
 * @param later an earlier result: since then; with `earlier`, what lies between the two
 */
export function eventLoopUtilization(later?: Utilization, earlier?: Utilization): Utilization {
  if (later && earlier) return ratio(later.idle - earlier.idle, later.active - earlier.active);
  const idle = loop.idleMs();
  const active = loop.now() - idle;
  return later ? ratio(idle - later.idle, active - later.active) : ratio(idle, active);
}
