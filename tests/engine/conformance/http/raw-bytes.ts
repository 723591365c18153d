import http from 'node:http';
import net from 'node:net';

// What stands on the wire: pipelined requests, malformed ones, answers without a length.
const server = http.createServer((request, response) => {
  response.sendDate = false;
  if (request.url === '/stream') {
    response.write('one');
    response.end('two');
  } else if (request.url === '/slow') {
    setTimeout(() => response.end('slow'), 10);
  } else {
    response.end(request.url);
  }
});

function speak(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, () => socket.write(text));
    socket.setEncoding('latin1');
    socket.on('data', (part) => (answer += part));
    socket.on('error', ({ message }) => console.log('error', message));
    socket.on('close', () => resolve(answer.replaceAll(/Date: .*/g, 'Date: now')));
  });
}

const host = 'Host: localhost\r\n';
const last = `GET /last HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;
const texts = [
  last,
  `GET /slow HTTP/1.1\r\n${host}\r\nGET /second HTTP/1.1\r\n${host}\r\n${last}`,
  `GET /stream HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
  'GET /stream HTTP/1.0\r\n\r\n',
  'GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n' + last,
  `HEAD /head HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
  'GET / HTTP/1.1\r\n\r\n',
  'nonsense\r\n\r\n',
  `GET / HTTP/1.1\r\n${host}bad header\r\n\r\n`,
  `GET / HTTP/9.9\r\n${host}\r\n`,
  `POST / HTTP/1.1\r\n${host}Content-Length: 1a\r\n\r\n`,
  `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
  `GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(20_000)}\r\n\r\n`,
  `GET / HTTP/1.1\r\n${host}Expect: nothing\r\nConnection: close\r\n\r\n`,
];
server.listen(0, async () => {
  const { port } = server.address() as net.AddressInfo;
  for (const text of texts) {
    console.log('>', JSON.stringify(text.slice(0, 60)));
    console.log(await speak(port, text));
  }
  server.close();
});
