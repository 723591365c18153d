import { withDeadline } from '#lab';
import type { Network, Route, World } from '#lab';

export interface Request extends Route {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * A request and its answer, as they are on a network: who gives
 * up takes nothing back. A late request does its work all the
 * same, and nobody hears the answer.
 *
 * @throws TimeoutError, the signal's reason, or what work throws
 */
export function request(
  world: World,
  network: Network,
  { timeoutMs, signal, ...route }: Request,
  work: () => Promise<void>,
): Promise<void> {
  const { from, to } = route;
  const back = { from: to, to: from };
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      network.send({ from, to }, () => {
        work().then(
          () => network.send(back, resolve),
          (why: unknown) => network.send(back, () => reject(why)),
        );
      });
    });
  const patience = { timeoutMs, signal };
  return world.call(route, () =>
    withDeadline(world.clock, patience, ask),
  );
}
