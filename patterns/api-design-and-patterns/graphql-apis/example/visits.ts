import type { ExecutionResult } from 'graphql';
import type { World } from '#lab';
import type { HttpRequest } from './http.ts';
import { ask, follow } from './server.ts';
import type { Asked, Server } from './server.ts';
import type { Shop, Viewer } from './shop.ts';
import { lookIn, SharedCache, STORED } from './window.ts';

export const RUN_MS = 1_200;
export const VISITORS = 10;

export const SCREEN = `
  query Screen($orders: Int!, $items: Int!) {
    orders(first: $orders) {
      id
      customer { id name email }
      items(first: $items) {
        quantity
        product { name stock }
      }
    }
  }
`;
/** From orders to customers to their orders, and again. */
export const CRAWLER = `{
  orders(first: 10) { customer {
    orders(first: 10) { customer {
      orders(first: 10) { id }
    } }
  } }
}`;
export const CANCEL = `
  mutation Cancel($id: ID!) {
    cancelOrder(input: { id: $id }) {
      __typename
      ... on OrderCancelled { order { status } }
      ... on Problem { message }
    }
  }
`;
export const FOLLOW =
  'subscription { orderChanged { id status } }';

export class Tally {
  /** Queries of the last request of each. */
  readonly queries = new Map<string, number>();
  slowestScreenMs = 0;
  ordersShown = 0;
  /** Addresses that reached somebody else's clerk. */
  leaked = 0;
  refused = 0;
  windowQueries = 0;
}

export interface Visit {
  readonly world: World;
  readonly server: Server;
  readonly shop: Shop;
  readonly variables: {
    readonly orders: number;
    readonly items: number;
  };
  /** How visitors ask for what the window shows. */
  readonly window: HttpRequest;
}

const ANN: Viewer = { name: 'Ann' };
const BEN: Viewer = { name: 'Ben' };

/** Two screens, a crawler, and a clerk who listens. */
export async function visit(at: Visit): Promise<Tally> {
  const tally = new Tally();
  const { clock } = at.world;
  const until = (ms: number) => clock.sleep(ms - clock.now());
  await screen(at, ANN, tally);
  await until(250);
  await screen(at, BEN, tally);
  await until(500);
  await crawl(at, tally);
  await until(750);
  await passBy(at, tally);
  await until(900);
  await listen(at, until);
  return tally;
}

interface Screen {
  readonly orders: readonly {
    readonly customer: {
      readonly id: string;
      readonly email: string | null;
    };
  }[];
}

async function screen(
  at: Visit,
  viewer: Viewer,
  tally: Tally,
): Promise<void> {
  const { world, variables } = at;
  const { name } = viewer;
  const startMs = world.clock.now();
  const asked = { source: SCREEN, variables };
  const answer = await askCounted(at, viewer, asked, tally);
  const ms = world.clock.now() - startMs;
  tally.slowestScreenMs = Math.max(tally.slowestScreenMs, ms);
  const { data, errors = [] } = answer;
  if (data === undefined) return;
  const orders = (data as unknown as Screen | null)?.orders ?? [];
  tally.ordersShown += orders.length;
  world.note(
    `${name}: ${orders.length} orders, ${errors.length} errors`,
  );
  const leaked = orders
    .map(({ customer }) => customer)
    .filter(({ email }) => email !== null)
    .filter(({ id }) => at.shop.clerkOf(id) !== name);
  const { size } = new Set(leaked.map(({ id }) => id));
  tally.leaked += size;
  if (size > 0) world.note(`${name} sees ${size} of others`);
}

async function crawl(at: Visit, tally: Tally): Promise<void> {
  const asked = { source: CRAWLER };
  await askCounted(at, { name: 'crawler' }, asked, tally);
}

/** Visitors look at one product, through a shared cache. */
async function passBy(at: Visit, tally: Tally): Promise<void> {
  const { world, server, window, shop } = at;
  const before = shop.database.queries;
  const takesText = window.method === 'POST';
  const endpoint = { server, documents: STORED, takesText };
  const cache = new SharedCache(world.clock);
  const shown = await lookIn(endpoint, cache, window, VISITORS);
  tally.windowQueries = shop.database.queries - before;
  world.note(`window: ${shown} seen, ${cache.hits} from cache`);
}

/** Tells how many queries it took, or why it was refused. */
async function askCounted(
  { world, server, shop: { database } }: Visit,
  viewer: Viewer,
  asked: Asked,
  tally: Tally,
): Promise<ExecutionResult> {
  const before = database.queries;
  const answer = await ask(server, viewer, asked);
  const { name } = viewer;
  const sent = database.queries - before;
  tally.queries.set(name, sent);
  if (answer.data === undefined) {
    tally.refused += 1;
    world.note(`${name}: ${answer.errors?.[0]?.message}`);
  } else {
    world.note(`${name}: queries ${sent}`);
  }
  return answer;
}

async function listen(
  { world, server }: Visit,
  until: (ms: number) => Promise<void>,
): Promise<void> {
  const hear = ({ data }: ExecutionResult): void => {
    const { id, status } = data?.['orderChanged'] as {
      readonly id: string;
      readonly status: string;
    };
    world.note(`Ann hears: ${id} ${status}`);
  };
  const ann = await follow(server, ANN, { source: FOLLOW }, hear);
  for (const id of ['o3', 'o1', 'o2']) {
    const variables = { id };
    const { data } = await ask(server, ANN, {
      source: CANCEL,
      variables,
    });
    const { __typename: result } = data?.['cancelOrder'] as {
      readonly __typename: string;
    };
    world.note(`cancel ${id}: ${result}`);
  }
  await until(1_100);
  world.note('Ann leaves');
  const gone = Promise.all([ann.leave(), ann.ended]);
  // It may never end; what it throws is thrown.
  await Promise.race([gone, until(1_150)]);
}
