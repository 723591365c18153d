import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import { Database } from './database.ts';
import { careless, Topic } from './events.ts';
import { loaders, naive } from './loaders.ts';
import type { Data } from './loaders.ts';
import { shopSchema } from './schema.ts';
import type { Change, Context } from './schema.ts';
import type { Limits, Server } from './server.ts';
import { Shop } from './shop.ts';
import type { Viewer } from './shop.ts';
import type { HttpRequest } from './http.ts';
import { RUN_MS, visit, VISITORS } from './visits.ts';
import type { Tally } from './visits.ts';
import { BY_HASH, BY_TEXT } from './window.ts';

const whole = { whole: true } as const;
const orders = knob('ORDERS', 8, 'orders', {
  min: 4,
  max: 20,
  ...whole,
});
const items = knob('ITEMS', 3, 'items', {
  min: 1,
  max: 8,
  ...whole,
});
const pool = knob('POOL', 4, 'connections', {
  min: 2,
  max: 16,
  ...whole,
});
const queryMs = knob('QUERY_MS', 10, 'ms', { min: 2, max: 20 });
const maxCost = knob('MAX_COST', 500, 'objects', {
  min: 50,
  max: 2000,
  ...whole,
});
const isOn = { min: 0, max: 1, ...whole };
const shared = knob('SHARED_LOADERS', 0, '', isOn) === 1;
const strict = knob('STOCK_NON_NULL', 0, '', isOn) === 1;

interface Way {
  readonly dataOf: (shop: Shop) => (viewer: Viewer) => Data;
  readonly limits: Limits;
  readonly listen: (
    topic: Topic<Change>,
    concerns: (change: Change) => boolean,
  ) => AsyncIterable<Change>;
  readonly window: HttpRequest;
}

const tokens = 1_000;
const listSize = 20;

const carelessWay: Way = {
  dataOf: (shop) => (viewer) => naive(shop, viewer),
  limits: { cost: Infinity, depth: Infinity, tokens, listSize },
  listen: careless,
  window: BY_TEXT,
};
const carefulWay: Way = {
  dataOf: (shop) => {
    let first: Data | undefined;
    return (viewer) => {
      if (!shared) return loaders(shop, viewer);
      return (first ??= loaders(shop, viewer));
    };
  },
  limits: { cost: maxCost, depth: 8, tokens, listSize },
  listen: (topic, concerns) => topic.subscribe(concerns),
  window: BY_HASH,
};

async function play(world: World, way: Way): Promise<Figure[]> {
  const database = new Database(world, { pool, queryMs });
  const shop = new Shop(database, { orders, items });
  const changes = new Topic<Change>();
  const dataOf = way.dataOf(shop);
  const contextOf = (viewer: Viewer): Context => ({
    viewer,
    shop,
    data: dataOf(viewer),
    publish: (change) => changes.publish(change),
    listen: (concerns) => way.listen(changes, concerns),
  });
  const schema = shopSchema(strict);
  const server: Server = {
    schema,
    limits: way.limits,
    contextOf,
  };
  const variables = { orders, items };
  const { window } = way;
  const at = { world, server, shop, variables, window };
  const tally = await visit(at);
  world.note(`still listening: ${changes.listeners}`);
  return figuresOf(tally, database, changes.listeners);
}

function figuresOf(
  tally: Tally,
  database: Database,
  listeners: number,
): Figure[] {
  return [
    {
      label: 'queries a screen',
      value: tally.queries.get('Ann') ?? NaN,
      better: 'lower',
    },
    {
      label: 'crawler queries',
      value: tally.queries.get('crawler') ?? NaN,
      better: 'lower',
    },
    {
      label: 'window queries',
      value: tally.windowQueries,
      better: 'lower',
      note: `${VISITORS} visitors; the cost: the cached may be old`,
    },
    {
      label: 'queries in all',
      value: database.queries,
      better: 'lower',
    },
    {
      label: 'slower screen',
      value: Math.round(tally.slowestScreenMs),
      unit: 'ms',
      better: 'lower',
    },
    {
      label: 'orders shown',
      value: tally.ordersShown,
      better: 'higher',
      note: `of ${2 * orders}; one product has no stock`,
    },
    {
      label: 'addresses leaked',
      value: tally.leaked,
      better: 'lower',
    },
    {
      label: 'listeners left',
      value: listeners,
      better: 'lower',
      note: 'after the only client has gone',
    },
    {
      label: 'requests refused',
      value: tally.refused,
      better: 'lower',
      note: 'the cost: its author must ask for less',
    },
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Each resolver asks for itself',
    heading: 'naive',
    play: (world) => play(world, carelessWay),
  },
  pattern: {
    title: 'Loaders for each request, a limit',
    heading: 'loaders',
    play: (world) => play(world, carefulWay),
  },
});
