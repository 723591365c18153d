import type { RecordContext } from '../adr.ts';

/** Requests whose path begins with this go to that deployable. */
export interface Route {
  readonly prefix: string;
  readonly deployable: string;
}

/**
 * Where the edge sends what comes in: by the first part of each path. Backends for one kind of
 * client share their paths, so each of them gets a part of its own in front.
 */
export function routesOf({ architecture }: RecordContext): readonly Route[] {
  const { apis, connections, deployables } = architecture;
  const reached = new Set(
    connections.filter(({ from }) => from === architecture.edge.id).map(({ to }) => to),
  );
  const entered = deployables.filter(({ id }) => reached.has(id));
  const [only] = entered;
  if (only !== undefined && entered.length === 1) return [{ prefix: '/', deployable: only.id }];
  const routes = entered.flatMap(({ id, kind }) =>
    kind === 'bff'
      ? [{ prefix: `/${id}`, deployable: id }]
      : apis
          .filter(({ deployable }) => deployable === id)
          .flatMap(({ operations }) => operations.map(({ path }) => firstPart(path)))
          .map((prefix) => ({ prefix, deployable: id })),
  );
  return [...new Map(routes.map((route) => [route.prefix, route])).values()];
}

function firstPart(path: string): string {
  return `/${path.split('/')[1] ?? ''}`;
}
