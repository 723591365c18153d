import { BUILT_FOR, type Screen, type Seen } from './screen.ts';

export interface People {
  readonly buyer: Screen;
  readonly clerk: Screen;
  readonly depot: Screen;
}

/** A clerk is asked this often before people give up. */
const MOST_HELP = 5;

/** @returns whether the order is paid and shipped */
export async function shipOne(people: People): Promise<boolean> {
  const paid = await payOne(people);
  if (!paid) return false;
  const { seen } = await people.depot.open(paid.id);
  if (!seen) return false;
  return !!(await reach('ship', people.depot, people, seen));
}

/** @returns whether the order is cancelled before it is paid */
export async function cancelOne(
  people: People,
): Promise<boolean> {
  const { seen } = await people.buyer.place();
  if (!seen) return false;
  return !!(await reach('cancel', people.buyer, people, seen));
}

/** @returns whether the order is paid, and cancelled after it */
export async function refundOne(
  people: People,
): Promise<boolean> {
  const paid = await payOne(people);
  if (!paid) return false;
  return !!(await reach('cancel', people.buyer, people, paid));
}

async function payOne(people: People): Promise<Seen | undefined> {
  const { seen } = await people.buyer.place();
  return seen && reach('pay', people.buyer, people, seen);
}

/**
 * Presses the button that somebody came for. Where it is not
 * there, or refused, the clerk is asked: presses it, or does
 * what the order waits for, which is a button never seen before.
 */
async function reach(
  button: string,
  who: Screen,
  { clerk }: People,
  start: Seen,
): Promise<Seen | undefined> {
  let mine = start;
  for (let help = 0; help < MOST_HELP; help += 1) {
    const done = await pressed(who, mine, button);
    if (done) return done;
    const { seen } = await clerk.open(mine.id);
    if (!seen) return undefined;
    const instead = await pressed(clerk, seen, button);
    if (instead) return (await who.open(mine.id)).seen;
    const onward = seen.buttons.find(
      (one) => !BUILT_FOR.includes(one),
    );
    if (onward === undefined) return undefined;
    await clerk.press(seen, onward);
    const again = await who.open(mine.id);
    if (!again.seen) return undefined;
    mine = again.seen;
  }
  return undefined;
}

async function pressed(
  who: Screen,
  seen: Seen,
  button: string,
): Promise<Seen | undefined> {
  if (!seen.buttons.includes(button)) return undefined;
  return (await who.press(seen, button)).seen;
}
