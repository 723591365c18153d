import {
  arrivals,
  reasonOf,
  ServiceError,
  spread,
  withDeadline,
} from '#lab';
import type { World } from '#lab';
import type { Pod, Route } from './pod.ts';

export const RUN_MS = 40_000;
/** Of each route, spread over the run. */
export const VISITS = 48;
const PATIENCE_MS = 2_000;

/** In turn to those in service; to all when too few are. */
export class Balancer {
  readonly #pods: readonly Pod[];
  readonly #panic: number;
  #turn = 0;

  /** @param panic below this share in service it asks all */
  constructor(pods: readonly Pod[], panic: number) {
    this.#pods = pods;
    this.#panic = panic;
  }

  /** @throws ServiceError 503 where it may ask nobody */
  next(): Pod {
    const ready = this.#pods.filter(({ inService }) => inService);
    const few = ready.length / this.#pods.length < this.#panic;
    const choice = few ? this.#pods : ready;
    const pod = choice[this.#turn++ % choice.length];
    if (!pod) throw new ServiceError(503, 'no pod to ask');
    return pod;
  }
}

/** Sends all visitors; the result counts those who failed. */
export async function visit(
  world: World,
  balancer: Balancer,
): Promise<Record<Route, number>> {
  const failed = { catalogue: 0, orders: 0 };
  const ask = async (to: Route, label: string) => {
    try {
      await world.call({ from: 'customers', to, label }, () =>
        withDeadline(
          world.clock,
          { timeoutMs: PATIENCE_MS },
          async (signal) => balancer.next().serve(to, signal),
        ),
      );
    } catch (error) {
      failed[to] += 1;
      world.noteOnce(`${to}: ${reasonOf(error)}`);
    }
  };
  const routes: Route[] = ['catalogue', 'orders'];
  await Promise.all(
    routes.map((route) => evenly(world, route, ask)),
  );
  return failed;
}

/** Spreads arrivals, each a little early or late. */
function evenly(
  { clock, random }: World,
  route: Route,
  ask: (route: Route, label: string) => Promise<void>,
): Promise<void> {
  const everyMs = (RUN_MS - PATIENCE_MS) / VISITS;
  const within = [0.1, 0.9] as const;
  const dice = random.fork(route);
  const moments = spread(dice, {
    count: VISITS,
    everyMs,
    within,
  });
  return arrivals(clock, moments, (n) =>
    ask(route, `${route} ${n}`),
  );
}
