import net from 'node:net';

// Both ends of a connection, in the order in which their events come.
const server = net.createServer((socket) => {
  console.log('connection', socket.remoteFamily, socket.remoteAddress);
  socket.on('data', (data) => {
    console.log('server got', data.toString());
    socket.write(`echo ${data}`);
  });
  socket.on('end', () => console.log('server end', socket.readyState));
  socket.on('close', (hadError) => console.log('server close', hadError));
});
server.on('close', () => console.log('closed', server.listening));

server.listen(0, () => {
  const address = server.address() as net.AddressInfo;
  console.log(address.address, address.family, typeof address.port, server.listening);
  const client = net.connect(address.port, () => {
    console.log('connect', client.remoteAddress, client.remotePort === address.port);
    client.write('one');
    client.write('two');
  });
  console.log(client.connecting, client.pending, client.readyState);
  client.on('lookup', (...args) => console.log('lookup', ...args));
  client.on('ready', () => console.log('ready', client.readyState));
  client.once('data', (data) => {
    console.log('client got', data.toString(), client.bytesRead, client.bytesWritten);
    client.end('bye');
  });
  client.on('end', () => console.log('client end'));
  client.on('close', (hadError) => {
    console.log('client close', hadError, client.destroyed);
    server.close();
  });
});
