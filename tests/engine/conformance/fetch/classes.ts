// Headers, Request and Response by themselves.
function attempt(title: string, run: () => unknown): void {
  try {
    console.log(title, run());
  } catch (error) {
    console.log(title, (error as Error).name, (error as Error).message);
  }
}

const headers = new Headers({ b: '2', A: '1' });
headers.append('a', 'more');
headers.append('Set-Cookie', 'x=1');
headers.append('set-cookie', 'y=2');
console.log([...headers], headers.getSetCookie(), headers.get('A'), headers.has('none'));
console.log(headers);
attempt('name', () => headers.set('a b', 'c'));
attempt('value', () => headers.set('a', '\0'));
attempt('pairs', () => new Headers([['a']] as never));
attempt('type', () => new Headers('a' as never));
headers.delete('A');
headers.forEach((value, name) => console.log(name, value));

const response = new Response('text', { status: 201, statusText: 'Fine', headers: { X: 'y' } });
console.log(response);
console.log(await response.text(), response.bodyUsed, response.ok);
console.log(Response.json({ a: 1 }).headers.get('content-type'), await Response.json([1]).json());
console.log(Response.error().type, Response.redirect('http://localhost/x', 307).status);
attempt('status', () => new Response('', { status: 99 }));
attempt('null body', () => new Response('x', { status: 204 }));
attempt('redirect', () => Response.redirect('http://localhost/', 200));
attempt('status text', () => new Response('', { statusText: 'a\nb' }));
const cookies = new Response('', {
  headers: [
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ],
});
console.log(cookies.headers.getSetCookie());

const request = new Request('http://localhost:3000/a?b#c', {
  method: 'post',
  body: '{"a":1}',
  headers: { Cookie: 'c=d', Host: 'example', 'Content-Length': '3' },
  cache: 'no-cache',
  keepalive: true,
});
const { method, url, cache, credentials, destination, duplex, keepalive, mode, redirect } =
  request as Request & { duplex: string };
console.log({ method, url, cache, credentials, destination, duplex, keepalive, mode, redirect });
console.log([...request.headers]);
console.log(await request.clone().json(), request.bodyUsed, await request.json(), request.bodyUsed);
attempt('used', () => new Request(request));
attempt('clone', () => request.clone());
attempt('url', () => new Request('nonsense'));
const derived = new Request(new Request('http://localhost/x', { method: 'PUT' }), { mode: 'cors' });
console.log(derived.method, derived.url, derived.signal.aborted);
console.log(derived);
console.log(String(request), String(response), String(headers), String(new FormData()));
console.log(typeof fetch, fetch.name, fetch.length, Response.name, Headers.name, WebSocket.name);
const bytes = new Response(new Uint8Array([1, 2, 3]));
console.log((await bytes.blob()).size, await new Response(null).text(), new Response().body);
await new Response('not json')
  .json()
  .catch((error: Error) => console.log(error.name, error.message));
