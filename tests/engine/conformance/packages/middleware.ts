// hono's middleware: cookies, etags, limits, streams, validation, timeouts.
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { createFactory } from 'hono/factory';
import { prettyJSON } from 'hono/pretty-json';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { validator } from 'hono/validator';

const app = new Hono();
app.use(cors({ origin: 'https://shop.example' }), secureHeaders(), prettyJSON());
app.use('/id', requestId());
app.get('/id', (context) => context.json({ known: context.get('requestId') }));
app.use('/token', bearerAuth({ token: 'abc' }));
app.get('/token', (context) => context.text('in'));
app.get('/tagged', etag(), (context) => context.text('the same'));
app.post('/small', bodyLimit({ maxSize: 10 }), async (context) =>
  context.text(await context.req.text()),
);
app.get('/cookie', (context) => {
  setCookie(context, 'seen', 'yes', { httpOnly: true, path: '/' });
  deleteCookie(context, 'old');
  return context.json({ before: getCookie(context) });
});
app.get('/events', (context) =>
  streamSSE(context, async (stream) => {
    for (const id of ['1', '2']) await stream.writeSSE({ id, event: 'tick', data: `at ${id}` });
  }),
);
const even = validator('query', ({ n }, context) =>
  Number(n) % 2 === 0 ? { n: Number(n) } : context.text('odd', 400),
);
app.get(
  '/even',
  ...createFactory().createHandlers(even, (context) => context.json(context.req.valid('query'))),
);

const show = async (path: string, init?: RequestInit): Promise<void> => {
  const response = await app.request(path, init);
  const headers = [
    'access-control-allow-origin',
    'etag',
    'set-cookie',
    'x-frame-options',
    'x-request-id',
    'content-type',
    'www-authenticate',
  ];
  console.log(
    path,
    response.status,
    headers.map((name) => response.headers.get(name)),
  );
  console.log(await response.text());
};
await show('/id', { headers: { 'x-request-id': 'r-7' } });
await show('/id?pretty', { headers: { 'x-request-id': 'r-8' } });
await show('/token');
await show('/token', { headers: { authorization: 'Bearer abc' } });
await show('/tagged');
await show('/tagged', {
  headers: { 'if-none-match': '"1e02b0e9ea2c8fcb8a05bc0ee4fbe03b2f6d3b7d"' },
});
await show('/small', { method: 'POST', body: 'tiny', headers: { 'content-length': '4' } });
await show('/small', { method: 'POST', body: 'far too long', headers: { 'content-length': '12' } });
await show('/cookie', { headers: { cookie: 'a=1; b=2' } });
await show('/events');
await show('/even?n=4');
await show('/even?n=5');
await show('/id', { method: 'OPTIONS', headers: { origin: 'https://shop.example' } });
