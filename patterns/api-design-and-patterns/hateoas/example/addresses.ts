import type { Rules } from './rules.ts';

/** What is asked for: `orders`, `order`, or an action's key. */
interface Route {
  readonly key: string;
  readonly path: string;
}

interface Retired extends Route {
  readonly untilMs: number;
}

export interface Found {
  readonly key: string;
  readonly id: string;
  /** Asked for under an address that links name no more. */
  readonly retired: boolean;
}

/** Which path is what; those that moved live on for a while. */
export class Addresses {
  #routes: readonly Route[] = [];
  #retired: readonly Retired[] = [];

  /** @param untilMs when what moves now stops answering */
  release(rules: Rules, untilMs: number): void {
    const old = this.#routes;
    this.#routes = routesOf(rules);
    const paths = new Set(this.#routes.map(({ path }) => path));
    const left = [
      ...this.#retired,
      ...old.map((one) => ({ ...one, untilMs })),
    ];
    this.#retired = left.filter(({ path }) => !paths.has(path));
  }

  find(pathname: string, nowMs: number): Found | undefined {
    const alive = this.#retired.filter(
      ({ untilMs }) => nowMs < untilMs,
    );
    return (
      search(this.#routes, pathname, false) ??
      search(alive, pathname, true)
    );
  }
}

function routesOf({ orders, actions }: Rules): readonly Route[] {
  return [
    { key: 'orders', path: orders },
    { key: 'order', path: `${orders}/{id}` },
    ...actions.map(({ key, path }) => ({ key, path })),
  ];
}

function search(
  routes: readonly Route[],
  pathname: string,
  retired: boolean,
): Found | undefined {
  for (const { key, path } of routes) {
    const id = matched(path, pathname);
    if (id !== undefined) return { key, id, retired };
  }
  return undefined;
}

/** @returns what stands at `{id}`; '' where there is none */
function matched(
  path: string,
  pathname: string,
): string | undefined {
  const wanted = path.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return undefined;
  const at = wanted.indexOf('{id}');
  const same = wanted.every(
    (part, index) => index === at || part === given[index],
  );
  return same ? (given[at] ?? '') : undefined;
}
