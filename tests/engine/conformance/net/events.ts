import { once } from 'node:events';
import { createServer, Socket, type AddressInfo } from 'node:net';

// A socket's states, counts and events in their order, at both ends.
const server = createServer((socket) => {
  console.log('accepted', socket.readyState, socket.connecting, socket.pending);
  socket.on('end', () => console.log('server end', socket.bytesRead));
  socket.on('close', (hadError) => console.log('server close', hadError, socket.destroyed));
  socket.write('hello');
  socket.resume();
});
server.on('close', () => console.log('server closed'));
server.on('listening', () => console.log('listening', server.listening));
server.listen(0, '127.0.0.1', () => console.log('callback'));
await once(server, 'listening');
const { port, family, address } = server.address() as AddressInfo;
console.log(family, address, typeof port);

const socket = new Socket();
console.log(
  socket.readyState,
  socket.pending,
  socket.connecting,
  socket.remoteAddress,
  socket.address(),
);
for (const event of ['lookup', 'connect', 'ready', 'end', 'finish', 'drain'])
  socket.on(event, () => console.log('client', event, socket.readyState));
socket.on('close', (hadError) => console.log('client close', hadError, socket.readyState));
const returned = socket.connect({ port, host: '127.0.0.1' }, () => console.log('connect callback'));
console.log(returned === socket, socket.readyState, socket.connecting, socket.pending);
socket.write('before ', () => console.log('written', socket.bytesWritten));
await once(socket, 'data');
console.log(
  socket.remoteAddress,
  socket.remoteFamily,
  socket.remotePort === port,
  socket.bytesRead,
);
console.log(socket.localAddress, typeof socket.localPort, socket.timeout);
console.log(
  socket.setNoDelay() === socket,
  socket.setKeepAlive(true) === socket,
  socket.ref() === socket,
);
server.getConnections((error, count) => console.log('connections', error, count));
socket.end('after', () => console.log('ended'));
await once(socket, 'close');
console.log(socket.bytesWritten, socket.destroyed, socket.readableEnded, socket.writableFinished);
server.close();
await once(server, 'close');
