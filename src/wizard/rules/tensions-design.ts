import { peakReaches } from './conditions.ts';
import { all, atLeast, below, chosen, is } from './rule.ts';
import type { TensionRule } from './rule.ts';

/** Wishes about customers, clients and data that do not fit together. */
export const designTensions: readonly TensionRule[] = [
  {
    id: 'tension/one-customer-of-many',
    when: all(is('customers', 'one'), atLeast('customerCount', 2)),
    title: 'One customer, and several of them',
    text: 'You say that there is {customers}, and count {customerCount}. Whether they share the system or each has its own decides how every table, key and log is built, so answer it before the first of them.',
    relax: ['customers', 'customerCount'],
  },
  {
    id: 'tension/customers-without-sign-in',
    when: all(atLeast('customers', 'shared'), chosen('authentication', 'none')),
    title: 'Several customers and nobody signs in',
    text: 'You have {customers}, and nothing says for which of them a request comes. Let people or programs sign in, so that the customer stands in a token that can be checked.',
    relax: ['signIn', 'customers'],
  },
  {
    id: 'tension/not-yours-to-upgrade',
    when: all(is('clientUpgrade', 'same-day'), is('clients', 'partners', 'devices', 'mobile')),
    title: 'Clients of others, upgraded on your day',
    text: 'Your clients are {clients}, and all should follow on {clientUpgrade}. What others build or install does not do that: allow some weeks, and only add to the contract meanwhile.',
    relax: ['clientUpgrade', 'clients'],
  },
  {
    id: 'tension/read-mostly-and-always-right',
    when: all(
      atLeast('readsPerWrite', 100),
      peakReaches(1000),
      is('freshness', 'at-once'),
      is('staleness', 'none'),
    ),
    title: 'Read by everybody, and never old',
    text: 'You have {readsPerWrite} at a high peak, and no answer may be old: no cache, no replica and no projection can take a read from the one database. Name the answers that may be a second old.',
    relax: ['freshness', 'staleness'],
  },
  {
    id: 'tension/history-with-few',
    when: all(chosen('read-side', 'event-sourcing'), below('engineers', 6)),
    title: 'History as the truth, and few people for it',
    text: 'With event sourcing every screen is computed and every old event stays readable, and you have {engineers}. Do it for the one part whose history must be proven, or keep an audit table instead.',
    relax: ['messageNeeds', 'dataKinds', 'engineers'],
  },
];
