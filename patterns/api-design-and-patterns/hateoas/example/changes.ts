import {
  action,
  type Action,
  type Role,
  type Rules,
} from './rules.ts';

/** What the next release of the server does differently. */
export interface Change {
  readonly title: string;
  readonly apply: (rules: Rules) => Rules;
}

/** Four of each kind; all releases build on the ones before. */
const kinds: readonly (readonly Change[])[] = [
  [
    who('clerk cancels paid', 'cancel', 'paid'),
    who('clerk ships', 'ship', 'paid'),
    who('clerk takes payments', 'pay', 'placed'),
    who('clerk cancels all', 'cancel', 'placed'),
  ],
  [
    move('cancel moves', 'cancel', '/refunds/{id}'),
    moveOrders('orders move', '/shop/orders'),
    move('pay moves', 'pay', '/payments/{id}'),
    move('ship moves', 'ship', '/parcels/{id}'),
  ],
  [
    ask('ship asks carrier', 'ship', 'carrier', 'post', 'van'),
    ask(
      'cancel asks reason',
      'cancel',
      'reason',
      'late',
      'other',
    ),
    ask('pay asks method', 'pay', 'method', 'card', 'invoice'),
    ask('ship asks size', 'ship', 'size', 'small', 'large'),
  ],
  [
    stop('approval first', 'placed', 'unapproved', 'approve'),
    stop('review after pay', 'paid', 'in review', 'release'),
    stop('check first', 'unapproved', 'unchecked', 'check'),
    stop('hold after pay', 'in review', 'on hold', 'resume'),
  ],
  [
    rename('ship → dispatch', 'ship', 'dispatch'),
    rename('pay → settle', 'pay', 'settle'),
    rename('dispatch → send', 'ship', 'send'),
    rename('settle → charge', 'pay', 'charge'),
  ],
];

/** Kinds that a server changes in turn where `kind` is 0. */
const IN_TURN = [0, 1, 2, 3];

/** @param kind 1 who, 2 path, 3 field, 4 state, 5 relation */
export function changesOf(
  kind: number,
  count: number,
): readonly Change[] {
  const chosen =
    kind === 0
      ? IN_TURN.map((one) => kinds[one]?.[0])
      : (kinds[kind - 1] ?? []);
  return chosen
    .slice(0, count)
    .filter((one) => one !== undefined);
}

function edit(
  title: string,
  key: string,
  change: (action: Action) => Partial<Action>,
): Change {
  return {
    title,
    apply: (rules) => ({
      ...rules,
      actions: rules.actions.map((one) =>
        one.key === key ? { ...one, ...change(one) } : one,
      ),
    }),
  };
}

function who(title: string, key: string, state: string): Change {
  const clerk: readonly Role[] = ['clerk'];
  return edit(title, key, ({ when }) => ({
    when: { ...when, [state]: clerk },
  }));
}

function move(title: string, key: string, path: string): Change {
  return edit(title, key, () => ({ path }));
}

function moveOrders(title: string, orders: string): Change {
  return { title, apply: (rules) => ({ ...rules, orders }) };
}

function ask(
  title: string,
  key: string,
  name: string,
  ...options: readonly string[]
): Change {
  return edit(title, key, ({ blanks }) => ({
    blanks: [...blanks, { name, options }],
  }));
}

function rename(title: string, key: string, rel: string): Change {
  return edit(title, key, () => ({ rel }));
}

/** A state more: what led to `before` now leads to `state`. */
function stop(
  title: string,
  before: string,
  state: string,
  key: string,
): Change {
  const name = key[0]?.toUpperCase() + key.slice(1);
  const onward = action(key, name, key, before, {
    [state]: ['clerk'],
  });
  return {
    title,
    apply: (rules) => ({
      ...rules,
      first: rules.first === before ? state : rules.first,
      actions: [
        onward,
        ...rules.actions.map((one) => ({
          ...one,
          to: one.to === before ? state : one.to,
          when:
            one.key === 'cancel'
              ? {
                  ...one.when,
                  [state]: ['buyer', 'clerk'] as const,
                }
              : one.when,
        })),
      ],
    }),
  };
}
