import net from 'node:net';

// Texts that are addresses, lists of those that are barred, addresses as values.
const texts = [
  '127.0.0.1',
  '256.0.0.1',
  '1.2.3',
  '01.2.3.4',
  '::1',
  '::',
  '1::2::3',
  'fe80::1%eth0',
];
for (const text of [...texts, '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', 'g::', '', 'x'])
  console.log(JSON.stringify(text), net.isIP(text), net.isIPv4(text), net.isIPv6(text));

const list = new net.BlockList();
list.addAddress('1.2.3.4');
list.addRange('10.0.0.5', '10.0.0.9');
list.addSubnet('192.168.0.0', 16);
list.addAddress('::1', 'ipv6');
list.addSubnet('2001:db8::', 32, 'ipv6');
console.log(list.rules);
for (const address of ['1.2.3.4', '10.0.0.7', '10.0.0.10', '192.168.3.4', '::ffff:1.2.3.4'])
  console.log(address, list.check(address, address.includes(':') ? 'ipv6' : 'ipv4'));
console.log(
  list.check('2001:db8::5', 'ipv6'),
  list.check('::1', 'ipv6'),
  list.check('::2', 'ipv6'),
);
console.log(net.BlockList.isBlockList(list), net.BlockList.isBlockList({}));

const one = new net.SocketAddress({ address: '1.2.3.4', port: 80 });
console.log(one.address, one.port, one.family, one.flowlabel);
console.log(new net.SocketAddress().address, new net.SocketAddress({ family: 'ipv6' }).address);
console.log(
  net.SocketAddress.parse('1.2.3.4:5')?.port,
  net.SocketAddress.parse('[::1]:7')?.address,
);
console.log(net.SocketAddress.parse('nonsense'), net.SocketAddress.isSocketAddress(one));
console.log(list.check(one));
for (const run of [
  () => new net.SocketAddress({ address: 'x' }),
  () => new net.SocketAddress({ port: -1 }),
  () => new net.SocketAddress({ family: 'x' as never }),
  () => list.addAddress(5 as never),
  () => list.addSubnet('1.2.3.4', 40),
  () => list.addRange('1.2.3.9', '1.2.3.4'),
  () => list.addAddress('1.2.3.4', 'x' as never),
]) {
  try {
    run();
    console.log('fine');
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
