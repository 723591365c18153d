import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { trace, type Figure } from '#lab';
import type { Change } from './changes.ts';
import { HalClient } from './hal-client.ts';
import { OrderApi } from './order-api.ts';
import { Playing, STEP_MS } from './playing.ts';
import { release1, type Role } from './rules.ts';
import {
  BUILT_FOR,
  FollowClient,
  TemplateClient,
  type Screen,
  type Seen,
} from './clients.ts';

export interface Setting {
  /** One a release, after release 1. */
  readonly changes: readonly Change[];
  /** Whether buttons are drawn that nobody knew at build time. */
  readonly showsNew: boolean;
  readonly entryS: number;
  readonly overlapS: number;
}

/** What is wanted in each release. */
const TASKS = [
  shipOne,
  cancelOne,
  refundOne,
  shipOne,
  cancelOne,
  refundOne,
];

/** @param run in `pattern` clients follow links */
export async function play(
  run: 'baseline' | 'pattern',
  title: string,
  setting: Setting,
): Promise<readonly Figure[]> {
  console.log(title);
  trace({ kind: 'run', run, title, durationMs: STEP_MS });
  const playing = new Playing(run);
  const { entryS, overlapS } = setting;
  const clock = playing;
  const api = new OrderApi({
    rules: release1,
    entryS,
    overlapS,
    clock,
  });
  const server = createServer(api.handle);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = new URL(`http://127.0.0.1:${port}/`);
  const screen = screens(run, host, playing, setting);
  const people = {
    buyer: screen('buyer'),
    clerk: screen('clerk'),
    depot: screen('depot'),
  };
  try {
    const done = await releases(playing, api, people, setting);
    const figures = figuresOf(playing, done, setting);
    for (const figure of figures)
      trace({ kind: 'figure', run, ...figure });
    console.log('');
    return figures;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** One client for each role, kept through all releases. */
function screens(
  run: 'baseline' | 'pattern',
  host: URL,
  playing: Playing,
  { showsNew }: Setting,
): (role: Role) => Screen {
  return (role) => {
    const send = playing.as(role);
    if (run === 'baseline')
      return new TemplateClient(role, host, send);
    const entry = host;
    const client = new HalClient({ entry, send, clock: playing });
    return showsNew
      ? new FollowClient(client)
      : new FollowClient(client, (one) =>
          BUILT_FOR.includes(one),
        );
  };
}

/** @returns tasks done, for each release */
async function releases(
  playing: Playing,
  api: OrderApi,
  people: People,
  { changes }: Setting,
): Promise<readonly number[]> {
  let rules = release1;
  let undone = 0;
  const done: number[] = [];
  playing.undone(0);
  for (const change of [undefined, ...changes]) {
    if (change) {
      const release = rules.release + 1;
      rules = { ...change.apply(rules), release };
      api.release(rules);
    }
    playing.release(`r${rules.release}`);
    const title = change?.title ?? 'as documented';
    console.log(`  r${rules.release} ${title}`);
    let here = 0;
    for (const task of TASKS) {
      if (await task(people)) here += 1;
      else undone += 1;
      playing.undone(undone);
    }
    done.push(here);
    console.log(`     ${here} of ${TASKS.length} done`);
  }
  return done;
}

function figuresOf(
  { broken, requests, entries, orderBytes }: Playing,
  done: readonly number[],
  { changes }: Setting,
): readonly Figure[] {
  const wanted = TASKS.length * (changes.length + 1);
  return [
    {
      label: 'tasks done',
      value: done.reduce((sum, one) => sum + one, 0),
      better: 'higher',
      note: `of ${wanted}`,
    },
    {
      label: 'refused requests',
      value: broken,
      better: 'lower',
    },
    {
      label: 'requests',
      value: requests,
      better: 'lower',
    },
    {
      label: 'of the entry',
      value: entries,
      better: 'lower',
      note: 'requests that only look where to begin',
    },
    {
      label: 'bytes an order',
      value: orderBytes,
      better: 'lower',
      note: 'the cost: a new order, uncompressed',
    },
  ];
}

interface People {
  readonly buyer: Screen;
  readonly clerk: Screen;
  readonly depot: Screen;
}

/** A clerk is asked this often before people give up. */
const MOST_HELP = 5;

/** @returns whether the order is paid and shipped */
async function shipOne(people: People): Promise<boolean> {
  const paid = await payOne(people);
  if (!paid) return false;
  const { seen } = await people.depot.open(paid.id);
  if (!seen) return false;
  return !!(await reach('ship', people.depot, people, seen));
}

/** @returns whether the order is cancelled before it is paid */
async function cancelOne(people: People): Promise<boolean> {
  const { seen } = await people.buyer.place();
  if (!seen) return false;
  return !!(await reach('cancel', people.buyer, people, seen));
}

/** @returns whether the order is paid, and cancelled after it */
async function refundOne(people: People): Promise<boolean> {
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
