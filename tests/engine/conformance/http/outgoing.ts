import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// An outgoing message: states, callbacks, errors, in their order.
function attempt(title: string, run: () => unknown): void {
  try {
    console.log(title, run());
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    console.log(title, name, code, message);
  }
}

const alone = new http.OutgoingMessage();
attempt('implicit', () => alone.write('x'));
attempt('write null', () => alone.write(null as never));
attempt('write number', () => alone.write(5 as never));
attempt('pipe', () => alone.pipe(process.stdout as never));
attempt('trailers', () => alone.addTrailers({ 'a b': 'c' }));
attempt('trailer value', () => alone.addTrailers({ a: 'ж' }));
attempt('get number', () => alone.getHeader(5 as never));
attempt('set headers', () => alone.setHeaders([] as never));
attempt('set map', () =>
  alone
    .setHeaders(
      new Map([
        ['a', '1'],
        ['set-cookie', 'x'],
      ]),
    )
    .getHeaders(),
);
attempt('set Headers', () => alone.setHeaders(new Headers({ b: '2' })).getHeaderNames());
attempt('raw', () => alone.setHeader('X-Y', 1).getRawHeaderNames());
attempt('append', () => alone.appendHeader('x-y', ['2', '3']).getHeader('X-Y'));
attempt('remove', () => alone.removeHeader('x-Y'));
attempt('has', () => [alone.hasHeader('X-y'), alone.hasHeader('a')]);
console.log(alone.writableEnded, alone.writableFinished, alone.writableLength, alone.headersSent);
console.log(alone.writableHighWaterMark, alone.writableObjectMode, alone.writableCorked);
alone.on('close', () => console.log('alone closed', alone.destroyed, alone.errored));
alone.destroy();

const server = http.createServer((request, response) => {
  const log = (event: string) =>
    response.on(event, () => console.log(event, response.writableFinished));
  ['prefinish', 'finish', 'close'].forEach(log);
  response.on('error', ({ message }) => console.log('error', message));
  if (request.url === '/strict') {
    response.strictContentLength = true;
    response.setHeader('Content-Length', 5);
    response.write('12');
    attempt('too much', () => response.write('3456'));
    attempt('too little', () => response.end('3'));
    response.destroy();
    return;
  }
  console.log(response.writableEnded, response.writableCorked, response.writableNeedDrain);
  response.cork();
  response.write('one ', () => console.log('first written'));
  response.write('two ');
  console.log(response.writableCorked);
  response.uncork();
  response.write('');
  response.end('three', () => console.log('ended'));
  response.end(() => console.log('ended again'));
  response.end('four', ({ message }: Error) => console.log('callback', message));
  console.log(response.writableEnded, response.finished, response.writableFinished);
  response.write('five', (error) => console.log('write', error?.message));
  attempt('flush', () => response.flushHeaders());
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const [response] = await once(http.get({ port }), 'response');
let text = '';
for await (const piece of response) text += String(piece);
console.log(text);
const strict = http.get({ port, path: '/strict' });
console.log(
  (
    await new Promise<Error>((resolve) => {
      strict.on('error', resolve);
      strict.on('response', (answer) => answer.on('error', resolve));
    })
  ).message,
);
server.close();
