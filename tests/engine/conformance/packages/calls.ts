// @connectrpc/connect: the four kinds of call in process, deadlines, status codes, headers, interceptors.
import { create, toBinary, toJson, fromBinary } from '@bufbuild/protobuf';
import {
  Code,
  ConnectError,
  createClient,
  createRouterTransport,
  createContextKey,
  createContextValues,
  type Interceptor,
} from '@connectrpc/connect';
import { Order, Shop } from './lib/shop.ts';

interface Message {
  readonly sku: string;
  readonly count: number;
}
type Client = Record<'buy' | 'watch' | 'collect' | 'talk', (...args: any[]) => any>;

const kTenant = createContextKey('nobody');
const log: Interceptor = (next) => async (request) => {
  console.log('→', request.method.name, request.stream, request.contextValues.get(kTenant));
  const response = await next(request);
  console.log('←', response.header.get('x-server'));
  return response;
};

const transport = createRouterTransport(
  ({ service }) => {
    service(Shop, {
      buy: async ({ sku, count }: Message, context: any) => {
        if (sku === 'none')
          throw new ConnectError('out of stock', Code.FailedPrecondition, { 'x-left': '0' });
        if (sku === 'slow') {
          await new Promise((resolve) => context.signal.addEventListener('abort', resolve));
          console.log('server sees', context.signal.reason.message);
        }
        if (sku === 'broken') throw new Error('secret detail');
        context.responseHeader.set('x-server', 'one');
        context.responseTrailer.set('x-trailer', 'end');
        return { text: `${count} × ${sku}`, total: count * 3 };
      },
      watch: async function* ({ count }: Message) {
        for (let at = 1; at <= count; at += 1) yield { text: `step ${at}`, total: at };
      },
      collect: async (orders: AsyncIterable<Message>) => {
        let total = 0;
        for await (const { count } of orders) total += count;
        return { text: 'all', total };
      },
      talk: async function* (orders: AsyncIterable<Message>) {
        for await (const { sku } of orders) yield { text: `you said ${sku}` };
      },
    } as never);
  },
  { transport: { interceptors: [log] } },
);
const client = createClient(Shop, transport) as unknown as Client;
async function* orders(...skus: string[]) {
  for (const [at, sku] of skus.entries()) yield { sku, count: at + 1 };
}

const { text, total } = await client.buy(
  { sku: 'tea', count: 2 },
  {
    contextValues: createContextValues().set(kTenant, 'acme'),
    onHeader: (headers: Headers) => console.log('header', headers.get('x-server')),
    onTrailer: (trailers: Headers) => console.log('trailer', trailers.get('x-trailer')),
  },
);
console.log(text, total);
for await (const { text: step } of client.watch({ count: 3 })) console.log(step);
console.log((await client.collect(orders('a', 'b', 'c'))).total);
for await (const { text: answer } of client.talk(orders('hello', 'bye'))) console.log(answer);

const refused = async (sku: string, options = {}): Promise<void> => {
  try {
    await client.buy({ sku, count: 1 }, options);
  } catch (error) {
    const { name, code, rawMessage, message, metadata } = ConnectError.from(error);
    console.log(
      error instanceof ConnectError,
      name,
      Code[code],
      rawMessage,
      message,
      metadata.get('x-left'),
    );
  }
};
await refused('none');
await refused('broken');
await refused('slow', { timeoutMs: 30 });
const stop = new AbortController();
setTimeout(() => stop.abort(), 20);
await refused('slow', { signal: stop.signal });
console.log(
  Code[ConnectError.from(new Error('x')).code],
  new ConnectError('m', Code.NotFound).message,
);

const order = create(Order, { sku: 'tea', count: 2 } as never);
const bytes = toBinary(Order, order);
console.log(Buffer.from(bytes).toString('hex'), toJson(Order, fromBinary(Order, bytes)));
