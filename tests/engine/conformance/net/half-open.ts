import net from 'node:net';

// A server that answers after the client has ended, resets, time limits and what ends a program.
const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part) => (text += part));
  socket.on('end', () => {
    console.log('server end', socket.readyState);
    setTimeout(() => socket.end(text.toUpperCase()), 5);
  });
});

function ask(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const client = net.connect({ port, allowHalfOpen: true });
    client.on('data', (part) => (answer += part));
    client.on('end', () => resolve(answer));
    client.on('error', reject);
    client.end('a'.repeat(300_000));
  });
}

server.listen(0, async () => {
  const { port } = server.address() as net.AddressInfo;
  const answer = await ask(port);
  console.log(answer.length, answer.slice(0, 3));
  server.close(() => console.log('closed'));
});

const resetting = net.createServer((socket) => {
  socket.on('data', () => socket.resetAndDestroy());
});
resetting.listen(0, () => {
  const { port } = resetting.address() as net.AddressInfo;
  const client = net.connect(port, '127.0.0.1', () => client.write('hello'));
  client.on('error', ({ message }) => console.log('error', message));
  client.on('close', (hadError) => {
    console.log('close', hadError);
    resetting.close();
  });
});

const idle = net.createServer().listen(0);
idle.unref();
