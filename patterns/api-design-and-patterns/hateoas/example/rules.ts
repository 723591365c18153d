export type Role = 'buyer' | 'clerk' | 'depot';

/** A blank that must be filled in with one of its options. */
export interface Blank {
  readonly name: string;
  readonly options: readonly string[];
}

/** One thing that can happen to an order. */
export interface Action {
  /** Lasting, and for us only. */
  readonly key: string;
  /** What clients call it. */
  readonly rel: string;
  readonly title: string;
  readonly path: string;
  /** State → who may, while an order is in it. */
  readonly when: Readonly<Record<string, readonly Role[]>>;
  /** The state that it leads to. */
  readonly to: string;
  readonly blanks: readonly Blank[];
}

export interface Rules {
  readonly release: number;
  /** The path of all orders; each is one level below. */
  readonly orders: string;
  /** The state of a new order. */
  readonly first: string;
  readonly actions: readonly Action[];
}

export type Verdict = 'go' | 'not-now' | 'not-you';

/** Asked before an action is offered, and before it is done. */
export function judge(
  { when }: Action,
  state: string,
  role: Role | undefined,
): Verdict {
  const allowed = Object.hasOwn(when, state) ? when[state] : [];
  if (!allowed?.length) return 'not-now';
  if (role === undefined) return 'not-you';
  return allowed.includes(role) ? 'go' : 'not-you';
}

/** The fields that a body leaves out or fills in wrongly. */
export function wrongIn(
  { blanks }: Action,
  body: Readonly<Record<string, unknown>>,
): readonly string[] {
  return blanks
    .filter(({ name, options }) => {
      const value = body[name];
      return (
        typeof value !== 'string' || !options.includes(value)
      );
    })
    .map(({ name }) => name);
}

/** What the documentation said on the day of release 1. */
export const release1: Rules = {
  release: 1,
  orders: '/orders',
  first: 'placed',
  actions: [
    action('pay', 'Pay', 'payment', 'paid', {
      placed: ['buyer'],
    }),
    action('cancel', 'Cancel', 'cancellation', 'cancelled', {
      placed: ['buyer', 'clerk'],
      paid: ['buyer', 'clerk'],
    }),
    action('ship', 'Ship', 'shipment', 'shipped', {
      paid: ['depot'],
    }),
  ],
};

export function action(
  key: string,
  title: string,
  noun: string,
  to: string,
  when: Action['when'],
): Action {
  const path = `/orders/{id}/${noun}`;
  return { key, rel: key, title, path, when, to, blanks: [] };
}

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
