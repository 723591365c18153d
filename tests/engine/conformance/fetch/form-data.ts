import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// FormData on its way to a server and back.
const server = createServer((request, response) => {
  const type = String(request.headers['content-type']);
  console.log(type.replace(/boundary=.*/, 'boundary=…'));
  response.setHeader('Content-Type', type);
  request.pipe(response);
});
server.listen(0);
await once(server, 'listening');
const url = `http://localhost:${(server.address() as AddressInfo).port}`;

const form = new FormData();
form.append('text', 'a "quoted"\nvalue');
form.append('text', 'second');
form.append('näme', 'ü');
form.append('file', new Blob(['content'], { type: 'text/plain' }), 'a "b".txt');
form.append('file2', new File(['x'], 'x.bin'));
form.set('set', '1');
form.set('set', '2');
form.delete('gone');
console.log([...form.keys()], form.has('text'), form.getAll('text').length);

const response = await fetch(url, { method: 'POST', body: form });
const copy = response.clone();
console.log((await copy.text()).split('\r\n').filter((line) => !line.startsWith('--')));
const back = await response.formData();
for (const [name, value] of back) {
  if (typeof value === 'string') console.log(name, JSON.stringify(value));
  else console.log(name, value.name, value.type, value.size, await value.text());
}
const encoded = await fetch(url, { method: 'POST', body: new URLSearchParams('a=1&a=2&b=') });
console.log([...(await encoded.formData())]);
const wrong = await fetch(url, { method: 'POST', body: 'plain' });
await wrong.formData().catch((error: Error) => console.log(error.name, error.message));
server.close();
