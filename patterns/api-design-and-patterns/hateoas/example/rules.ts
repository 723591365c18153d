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
