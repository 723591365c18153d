import { attemptTimeout, callTime, clientTime } from '../deadlines.ts';
import type { Route } from './routes.ts';

/** How long each layer has, and how often each call between deployables is tried. */
export interface Times {
  readonly client: number;
  readonly edge: number;
  /** Time in which a deployable answers, in milliseconds. */
  readonly own: (deployable: string) => number;
  readonly attempts: (route: Route) => number;
  /** Whether a call into it is retried, or one above that. */
  readonly isRetried: (deployable: string) => boolean;
}

/**
 * Shares out the time of a request along the calls, from callers to callees; whoever is called by
 * several gets the shortest of their times. Only calls of a service that nobody retries are
 * retried, and only where nothing below is retried.
 * @param routes in an order in which every caller stands before what it calls
 * @param retriesBelow the deployables that retry calls to systems of others
 */
export function timesOf(
  p95Ms: number,
  inside: readonly string[],
  backends: readonly Route[],
  routes: readonly Route[],
  most: number,
  retriesBelow: ReadonlySet<string>,
): Times {
  const client = clientTime(p95Ms);
  const edge = callTime(attemptTimeout(client, 1));
  const retried = new Set<string>();
  const own = new Map<string, number>();
  const called = new Set([...backends, ...routes].map(({ to }) => to));
  for (const id of inside) if (!called.has(id)) own.set(id, attemptTimeout(edge, 1));
  const shorten = (id: string, time: number): void => {
    own.set(id, Math.min(own.get(id) ?? attemptTimeout(edge, 1), time));
  };
  const timeFor = (id: string): number => own.get(id) ?? attemptTimeout(edge, 1);
  for (const { from, to } of backends) shorten(to, attemptTimeout(callTime(timeFor(from)), 1));
  const attempts = new Map<string, number>();
  for (const { from, to } of routes) {
    const tries = retried.has(from) || doesBelow(to, routes, retriesBelow) ? 1 : most;
    if (tries > 1 || retried.has(from)) retried.add(to);
    attempts.set(`${from} ${to}`, tries);
    shorten(to, attemptTimeout(callTime(timeFor(from)), tries));
  }
  return {
    client,
    edge,
    own: timeFor,
    attempts: ({ from, to }) => attempts.get(`${from} ${to}`) ?? 1,
    isRetried: (id) => retried.has(id),
  };
}

function doesBelow(start: string, routes: readonly Route[], among: ReadonlySet<string>): boolean {
  return (
    among.has(start) ||
    routes.some(({ from, to }) => from === start && doesBelow(to, routes, among))
  );
}
