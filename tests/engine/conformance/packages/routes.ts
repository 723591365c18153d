// hono: routes, a middleware, parameters, a body, an error, what is not found.
import { Hono } from 'hono';

const app = new Hono();
app.use(async (context, next) => {
  await next();
  context.header('x-served-by', 'the page');
});
app.get('/orders/:id', (context) => context.json({ id: context.req.param('id') }));
app.post('/orders', async (context) => context.json(await context.req.json(), 201));
app.get('/fails', () => {
  throw new Error('no stock');
});
app.onError((error, context) => context.text(error.message, 503));

const show = async (path: string, init?: RequestInit): Promise<void> => {
  const response = await app.request(path, init);
  console.log(path, response.status, response.headers.get('x-served-by'), await response.text());
};
await show('/orders/7');
await show('/orders', { method: 'POST', body: JSON.stringify({ sku: 'tea' }) });
await show('/fails');
await show('/nowhere');
