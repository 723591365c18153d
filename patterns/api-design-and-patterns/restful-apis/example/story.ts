import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { trace, type Figure } from '#lab';
import {
  clientOf,
  losing,
  type Send,
  type Sent,
} from './client.ts';
import { OrdersApi } from './orders-api.ts';
import type { Order } from './orders.ts';
import { itemsKept, Playing, STEP_MS } from './playing.ts';

export interface Setting {
  readonly clerks: number;
  readonly tries: number;
  readonly lostAnswers: number;
  readonly careful: boolean;
}

const NAMES = [
  'ann',
  'ben',
  'cleo',
  'dan',
  'eva',
  'finn',
  'gus',
  'hana',
];
const SHARED = '/orders/7';

/** A clerk, with the copy of the order that is on the screen. */
interface Clerk {
  readonly name: string;
  copy: Order;
  etag: string;
  triesLeft: number;
  done: boolean;
}

/** @param run in `pattern` clients say what they change */
export async function play(
  run: 'baseline' | 'pattern',
  title: string,
  setting: Setting,
): Promise<readonly Figure[]> {
  console.log(title);
  trace({ kind: 'run', run, title, durationMs: STEP_MS });
  const conditional = run === 'pattern';
  const api = new OrdersApi({
    careful: conditional && setting.careful,
  });
  const server = createServer(api.handle);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const playing = new Playing(run, clientOf(port), api);
  try {
    const edits = await editTogether(
      playing,
      conditional,
      setting,
    );
    const made = await orderOnce(
      playing,
      conditional,
      setting,
      clientOf(port),
    );
    const kept = itemsKept(api.orders.get('7'));
    const { clerks } = setting;
    const figures: readonly Figure[] = [
      {
        label: 'items kept',
        value: kept,
        better: 'higher',
        note: `of ${clerks}`,
      },
      {
        label: 'lost unnoticed',
        value: clerks - kept - edits.gaveUp,
        better: 'lower',
      },
      {
        label: 'gave up, told',
        value: edits.gaveUp,
        better: 'lower',
      },
      {
        label: 'orders made',
        value: made,
        better: 'lower',
        note: 'one was wanted',
      },
      {
        label: 'requests',
        value: playing.requests,
        better: 'lower',
        note: 'the cost',
      },
    ];
    for (const figure of figures)
      trace({ kind: 'figure', run, ...figure });
    console.log('');
    return figures;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Everybody reads the order, then everybody adds an item. */
async function editTogether(
  playing: Playing,
  conditional: boolean,
  { clerks: count, tries }: Setting,
): Promise<{ gaveUp: number }> {
  const first: Order = { items: ['tea'], note: '' };
  const created = { 'if-none-match': '*' };
  await playing.ask('shop', {
    method: 'PUT',
    path: SHARED,
    headers: created,
    body: first,
  });
  const clerks: Clerk[] = [];
  for (const name of NAMES.slice(0, count)) {
    clerks.push({
      name,
      ...(await read(playing, name)),
      triesLeft: tries,
      done: false,
    });
  }
  const job = {
    name: 'import',
    ...(await read(playing, 'import')),
  };
  playing.say('all', 'GET /orders/7', `200 ${job.etag}`);
  while (clerks.some(isAtWork)) {
    for (const clerk of clerks.filter(isAtWork)) {
      await addItem(playing, clerk, conditional);
    }
    for (const clerk of clerks.filter(isAtWork)) {
      Object.assign(clerk, await read(playing, clerk.name));
    }
  }
  // A job of last year: it knows nothing of versions.
  const body = { ...job.copy, note: 'checked' };
  const answer = await playing.ask('import', {
    method: 'PUT',
    path: SHARED,
    body,
  });
  playing.say('import', 'PUT, no If-Match', `${answer?.status}`);
  return { gaveUp: clerks.filter(({ done }) => !done).length };
}

function isAtWork({ done, triesLeft }: Clerk): boolean {
  return !done && triesLeft > 0;
}

async function addItem(
  playing: Playing,
  clerk: Clerk,
  conditional: boolean,
): Promise<void> {
  const { name, copy, etag } = clerk;
  const body = {
    ...copy,
    items: [...copy.items, `item of ${name}`],
  };
  const headers = conditional ? { 'if-match': etag } : {};
  clerk.triesLeft -= 1;
  const answer = await playing.ask(name, {
    method: 'PUT',
    path: SHARED,
    headers,
    body,
  });
  clerk.done = answer?.status === 200;
  const what = conditional ? `PUT If-Match ${etag}` : 'PUT';
  playing.say(name, what, `${answer?.status}`);
  if (isAtWork(clerk) || clerk.done) return;
  playing.say(name, 'gives up, is told', '');
}

async function read(
  playing: Playing,
  name: string,
): Promise<{ copy: Order; etag: string }> {
  const answer = await playing.ask(name, {
    method: 'GET',
    path: SHARED,
  });
  const { items, note } = answer?.body as Order;
  return {
    copy: { items, note },
    etag: answer?.headers['etag'] ?? '',
  };
}

/** A buyer orders once; answers are lost, and it asks again. */
async function orderOnce(
  playing: Playing,
  conditional: boolean,
  { lostAnswers }: Setting,
  send: Send,
): Promise<number> {
  const body: Order = { items: ['kettle'], note: '' };
  const sent: Sent = conditional
    ? {
        method: 'PUT',
        path: '/orders/cart-42',
        headers: { 'if-none-match': '*' },
        body,
      }
    : { method: 'POST', path: '/orders', body };
  const what = conditional
    ? 'PUT If-None-Match *'
    : 'POST /orders';
  const lossy = losing(send, lostAnswers);
  for (;;) {
    const answer = await playing.ask('buyer', sent, lossy);
    playing.say(
      'buyer',
      what,
      answer === undefined ? 'no reply' : `${answer.status}`,
    );
    if (answer) break;
  }
  const list = await playing.ask('buyer', {
    method: 'GET',
    path: '/orders?limit=100',
  });
  const { orders } = list?.body as { orders: readonly Order[] };
  return orders.filter(({ items }) => items[0] === 'kettle')
    .length;
}
