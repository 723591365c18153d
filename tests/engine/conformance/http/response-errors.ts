import { get } from 'node:http';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

// Answers that are none: what a client hears of them.
const answers: Readonly<Record<string, string>> = {
  '/nonsense': 'nonsense\r\n\r\n',
  '/version': 'HTTP/1.9 200 OK\r\n\r\n',
  '/status': 'HTTP/1.1 20 OK\r\n\r\n',
  '/twice': 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
  '/fold': 'HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 0\r\n\r\n',
  '/chunk': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  '/large': `HTTP/1.1 200 OK\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`,
  '/short': 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort',
  '/cut': 'HTTP/1.1 200 OK\r\nConte',
  '/empty': '',
  '/until-end': 'HTTP/1.1 200 OK\r\n\r\nuntil the end',
  '/old': 'HTTP/1.0 200 OK\r\n\r\nold',
  '/informed': 'HTTP/1.1 103 Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
  '/extra': 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n',
};
const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', (data) => {
    const path = /^GET (\S+)/.exec(String(data))?.[1] ?? '';
    socket.end(answers[path]);
  });
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

for (const path of Object.keys(answers)) {
  await new Promise<void>((resolve) => {
    const request = get({ port, path, agent: false });
    request.on('close', resolve);
    request.on('information', ({ statusCode, rawHeaders }) => console.log(statusCode, rawHeaders));
    request.on('error', (error: NodeJS.ErrnoException & { reason?: string }) =>
      console.log(path, error.code, error.message, error.reason, error.constructor.name),
    );
    request.on('response', (response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => console.log(path, 'end', text, response.complete));
      response.on('error', ({ message, code }: NodeJS.ErrnoException) =>
        console.log(path, 'response', code, message, text),
      );
    });
  });
}
server.close();
