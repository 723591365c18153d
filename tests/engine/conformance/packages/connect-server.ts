// @connectrpc/connect-node: the same service over node:http, called by its client and by hand.
import { Code, ConnectError, createClient, type ConnectRouter } from '@connectrpc/connect';
import { connectNodeAdapter, createConnectTransport } from '@connectrpc/connect-node';
import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { Shop } from './lib/shop.ts';

const routes = ({ service }: ConnectRouter): void => {
  service(Shop, {
    buy: ({ sku, count }: any) => {
      if (count < 1) throw new ConnectError('count is too small', Code.InvalidArgument);
      return { text: sku.repeat(200), total: count };
    },
    watch: async function* ({ count }: any) {
      for (let at = 1; at <= count; at += 1) yield { text: `step ${at}`, total: at };
    },
  } as never);
};
const server = createServer(connectNodeAdapter({ routes }));
server.listen(8085);
await once(server, 'listening');

const transport = createConnectTransport({ baseUrl: 'http://localhost:8085', httpVersion: '1.1' });
const client = createClient(Shop, transport) as any;
console.log((await client.buy({ sku: 'tea ', count: 2 })).text.length);
for await (const { text } of client.watch({ count: 3 })) console.log(text);
await client
  .buy({ sku: 'tea', count: 0 })
  .catch((error: ConnectError) => console.log(Code[error.code], error.rawMessage));

const byHand = request('http://localhost:8085/shop.v1.Shop/Buy', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
});
byHand.end('{"sku":"x","count":1}');
const [response] = await once(byHand, 'response');
console.log(response.statusCode, response.headers['content-type']);
let body = '';
for await (const piece of response) body += piece;
console.log(body);
server.close();
