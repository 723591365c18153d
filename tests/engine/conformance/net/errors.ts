import net from 'node:net';

// What fails, and with which fields.
interface Fault extends Error {
  code?: string;
  errno?: number;
  syscall?: string;
  address?: string;
}

function show(title: string, error: unknown): void {
  const { name, message, code, errno, syscall, address } = error as Fault;
  console.log(title, name, code, message.replaceAll(/\d{5}/g, 'N'), errno, syscall, address);
}

function attempt(title: string, run: () => unknown): void {
  try {
    run();
    console.log(title, 'went well');
  } catch (error) {
    show(title, error);
  }
}

attempt('no port', () => net.connect({} as net.NetConnectOpts));
attempt('port too large', () => net.connect(70_000));
attempt('port negative', () => net.connect({ port: -1 }));
attempt('listen at 70000', () => net.createServer().listen(70_000));
attempt('listen at nothing', () => net.createServer().listen({ host: 'localhost' }));
attempt('timeout of text', () => new net.Socket().setTimeout('1' as unknown as number));
console.log(net.isIP('::1'), net.isIP('127.0.0.1'), net.isIP('01.2.3.4'), net.isIPv6('1::2::3'));

net.createServer().close((error) => show('close unopened', error));
net.connect(9, '127.0.0.1').on('error', (error) => show('refused', error));

const first = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = first.address() as net.AddressInfo;
  attempt('listen twice', () => first.listen(0));
  const second = net.createServer();
  second.on('error', (error) => {
    show('taken', error);
    first.close(() => console.log('first closed'));
  });
  second.listen(port, '127.0.0.1');
});
