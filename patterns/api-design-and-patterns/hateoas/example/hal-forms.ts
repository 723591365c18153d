import type { Answer } from './http.ts';
import { HAL, HAL_FORMS } from './hal-page.ts';
import {
  judge,
  type Action,
  type Role,
  type Rules,
} from './rules.ts';

/** One order, as it is stored. */
export interface Order {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** Ours, and never moved: a relation is told by this name. */
export const RELATIONS = 'https://shop.example/rels/';

const curies = [
  { name: 'shop', href: `${RELATIONS}{rel}`, templated: true },
];

/** @returns what to call a page, with or without forms */
export function typeOf(page: object): string {
  return '_templates' in page ? HAL_FORMS : HAL;
}

/** The way in: where orders are, and the form for a new one. */
export function entryPage(
  { orders }: Rules,
  role: Role | undefined,
): object {
  const order = { href: `${orders}/{id}`, templated: true };
  return {
    _links: { curies, self: { href: '/' }, 'shop:order': order },
    ...(role === 'buyer' && {
      _templates: {
        'shop:place': {
          title: 'Order',
          method: 'POST',
          target: orders,
        },
      },
    }),
  };
}

/** The order, and what this caller may do with it now. */
export function orderPage(
  { orders, actions }: Rules,
  { id, state: status }: Order,
  role: Role | undefined,
): object {
  const offers = actions.filter(
    (one) => judge(one, status, role) === 'go',
  );
  const self = { href: `${orders}/${id}` };
  if (offers.length === 0)
    return { id, status, _links: { self } };
  const forms = offers.map((one) => [
    `shop:${one.rel}`,
    formOf(one, id),
  ]);
  const _templates: unknown = Object.fromEntries(forms);
  return { id, status, _links: { curies, self }, _templates };
}

function formOf({ title, path, blanks }: Action, id: string) {
  return {
    title,
    method: 'POST',
    target: path.replace('{id}', id),
    ...(blanks.length > 0 && {
      properties: blanks.map(({ name, options }) => ({
        name,
        required: true,
        options: { inline: options },
      })),
    }),
  };
}

/**
 * The order as one caller sees it: for nobody else's eyes, and
 * asked about before each use.
 * @param forms with links and forms, else the plain data
 */
export function shown(
  rules: Rules,
  order: Order,
  role: Role | undefined,
  forms: boolean,
) {
  const { id, state: status, version } = order;
  // What is offered changes with the release and with who asks,
  // so a tag that names the version alone would keep old forms.
  const offers = `-r${rules.release}-${role ?? 'nobody'}`;
  const page = orderPage(rules, order, role);
  return {
    status: 200,
    headers: {
      'content-type': forms ? typeOf(page) : 'application/json',
      'cache-control': 'private, no-cache',
      vary: 'accept, authorization',
      etag: `"${version}${forms ? offers : ''}"`,
    },
    body: forms ? page : { id, status },
  } satisfies Answer;
}
