import type { World } from '#lab';
import { SHOP } from './busy-shop.ts';
import type { Answer, OrdersApi } from './orders-api.ts';

/**
 * Goes back a page and on again; and follows cursors that lead
 * nowhere, each of which is told so.
 *
 * @param last address of the last page
 * @param release the same API, after the order has changed
 */
export async function tryCursors(
  world: World,
  { api, release }: { api: OrdersApi; release: OrdersApi },
  last: string,
): Promise<void> {
  const end = await api(last);
  const { prev } = end.links;
  if (prev !== undefined) {
    const back = await api(prev);
    const again = await api(back.links['next'] ?? '');
    const same = idsOf(end) === idsOf(again);
    world.note(`back and on again: ${same ? 'same' : 'other'}`);
  }
  const tell = async (
    what: string,
    asked: Promise<Answer>,
  ): Promise<void> => {
    const { status, problem } = await asked;
    world.note(`${what}: ${status} ${problem}`);
  };
  await tell('other shop', api(last.replace(SHOP, 'south')));
  await tell('other sort', api(`${last}&sort=last-paid`));
  const forged = last.replace(/\.[\w-]+$/, `.${'A'.repeat(22)}`);
  await tell('made up', api(forged));
  await tell('after a release', release(last));
}

function idsOf({ rows }: Answer): string {
  return rows.map(({ id }) => id).join(' ');
}
