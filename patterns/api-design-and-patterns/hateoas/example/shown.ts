import { orderPage, typeOf, type Order } from './hal-forms.ts';
import type { Role, Rules } from './rules.ts';
import type { Reply } from './wire.ts';

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
  } satisfies Reply;
}
