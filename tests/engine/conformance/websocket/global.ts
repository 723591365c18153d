import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

// The global WebSocket against a server that writes frames by hand (RFC 6455).
const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

function frame(opcode: number, payload: Buffer | string, first = 0x80): Buffer {
  const bytes = Buffer.from(payload);
  const head =
    bytes.length < 126
      ? Buffer.from([first | opcode, bytes.length])
      : Buffer.from([first | opcode, 126, bytes.length >> 8, bytes.length & 255]);
  return Buffer.concat([head, bytes]);
}

/** Takes one masked frame. */
function read(bytes: Buffer): { opcode: number; payload: Buffer; masked: boolean } {
  const length = bytes[1]! & 127;
  const at = length === 126 ? 4 : 2;
  const size = length === 126 ? bytes.readUInt16BE(2) : length;
  const mask = bytes.subarray(at, at + 4);
  const payload = Buffer.from(bytes.subarray(at + 4, at + 4 + size));
  for (let each = 0; each < payload.length; each += 1) payload[each]! ^= mask[each % 4]!;
  return { opcode: bytes[0]! & 15, payload, masked: (bytes[1]! & 128) > 0 };
}

/** Here the client closes the connection when it likes. */
const silent = new Set(['/bad', '/utf8', '/wrong', '/gone']);
const server = createServer();
server.on('upgrade', (request, socket: Socket) => {
  const { headers, url } = request;
  const key = String(headers['sec-websocket-key']);
  const accept = createHash('sha1')
    .update(key + magic)
    .digest('base64');
  const version = headers['sec-websocket-version'];
  console.log('server', url, version, headers['sec-websocket-protocol'], key.length);
  const protocol = url === '/protocol' ? 'Sec-WebSocket-Protocol: two\r\n' : '';
  const wrong = url === '/wrong' ? 'x' : '';
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${wrong}${accept}\r\n${protocol}\r\n`,
  );
  socket.on('error', () => undefined);
  socket.on('end', () => socket.end());
  if (url === '/fragments') {
    socket.write(frame(1, 'one ', 0));
    socket.write(frame(9, 'ping'));
    socket.write(frame(0, 'two ', 0));
    socket.write(frame(0, 'three'));
  }
  if (url === '/bad') socket.write(frame(3, 'x'));
  if (url === '/utf8') socket.write(frame(1, Buffer.from([0xff])));
  if (url === '/gone') socket.destroy();
  socket.on('data', (bytes) => {
    const { opcode, payload, masked } = read(bytes);
    if (silent.has(url ?? '')) return;
    console.log('server got', opcode, masked, payload.length, payload.subarray(0, 20).toString());
    if (opcode === 8) socket.end(frame(8, payload));
    else if (opcode !== 10) socket.write(frame(opcode, payload));
    else socket.write(frame(8, Buffer.from([0x0b, 0xb8, 0x62, 0x79, 0x65])));
  });
});
server.listen(0);
await once(server, 'listening');
const base = `ws://localhost:${(server.address() as AddressInfo).port}`;

async function talk(path: string, protocols: string[], open: (socket: WebSocket) => void) {
  const socket = new WebSocket(base + path, protocols);
  console.log(path, socket.readyState, socket.url.replace(base, ''), socket.binaryType);
  socket.onopen = ({ type }) => {
    console.log(type, socket.readyState, JSON.stringify(socket.protocol), socket.bufferedAmount);
    open(socket);
  };
  socket.onmessage = ({ data, type }) => {
    const { name } = (data as object).constructor;
    console.log(type, name, typeof data === 'string' ? data.slice(0, 30) : data);
    if (path === '/' || path === '/protocol') socket.close(4000, 'enough');
  };
  socket.onerror = ({ type }) => console.log(type, socket.readyState);
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.onclose = ({ code, reason, wasClean, type }) => {
    console.log(type, code, JSON.stringify(reason), wasClean, socket.readyState);
    resolve();
  };
  await promise;
}

await talk('/', [], (socket) => socket.send('hällo'));
await talk('/protocol', ['one', 'two'], (socket) => {
  socket.binaryType = 'arraybuffer';
  socket.send(new Uint8Array([1, 2, 3]));
});
await talk('/', [], (socket) => socket.send('long '.repeat(100)));
await talk('/', [], (socket) => socket.send(new Blob(['blob'])));
await talk('/fragments', [], () => undefined);
await talk('/bad', [], () => undefined);
await talk('/utf8', [], () => undefined);
await talk('/wrong', [], () => undefined);
await talk('/gone', [], () => undefined);
server.close();
await once(server, 'close');
await talk('/', [], () => undefined);

for (const [url, protocols] of [
  ['nonsense', []],
  ['ftp://localhost', []],
  ['ws://localhost/#a', []],
  ['ws://localhost/', ['a', 'a']],
  ['ws://localhost/', ['a b']],
] as [string, string[]][]) {
  try {
    new WebSocket(url, protocols);
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
console.log(WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED);
