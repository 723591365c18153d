import { Readable } from 'node:stream';

const chunks = (list: unknown[], options = {}) =>
  new Readable({
    ...options,
    read(size) {
      console.log('_read', size);
      this.push(list.length > 0 ? list.shift() : null);
    },
  });

const sized = chunks([Buffer.from('hello'), Buffer.from(' '), Buffer.from('world')], {
  highWaterMark: 4,
});
sized.on('readable', () => {
  console.log('readable', sized.readableLength);
  for (let part = sized.read(3); part !== null; part = sized.read(3)) console.log(String(part));
});
await new Promise((resolve) => sized.on('end', resolve));

const text = chunks(['ä', Buffer.from([0xe2, 0x82]), Buffer.from([0xac, 0x41])], {
  encoding: 'utf8',
});
text.on('data', (chunk) => console.log(typeof chunk, chunk));
await new Promise((resolve) => text.on('end', resolve));

const late = new Readable({ read() {} });
late.push('one');
late.push(Buffer.from([0xe2]));
late.setEncoding('utf8');
console.log(late.readableEncoding, late.readableLength, late.read());
late.push(Buffer.from([0x82, 0xac]));
console.log(late.read(), late.readableFlowing, late.isPaused());
late.unshift('back');
late.unshift(Buffer.from('way '));
console.log(late.read(4), late.read(2), late.read());
late.push(null);
late.on('end', () => {
  console.log('end', late.readableEnded, late.readableDidRead, late.readableAborted);
  late.unshift('too late');
});
late.on('error', (error: NodeJS.ErrnoException) => console.log(error.code));
late.resume();
await new Promise((resolve) => late.on('close', resolve));

const flow = new Readable({ read() {}, objectMode: true });
flow.on('pause', () => console.log('pause')).on('resume', () => console.log('resume'));
flow.on('data', (value) => {
  console.log('data', value);
  if (value === 2) {
    flow.pause();
    setImmediate(() => flow.resume());
  }
});
for (const value of [1, 2, 3, { four: 4 }]) console.log('push', flow.push(value));
console.log(flow.push(undefined), flow.push(0), flow.push(''), flow.readableLength);
flow.push(null);
await new Promise((resolve) => flow.on('end', resolve));
console.log(flow.readableFlowing, flow.closed);

const mixed = new Readable({ read() {} });
const onReadable = () => console.log('readable', String(mixed.read()));
mixed.on('readable', onReadable);
mixed.on('data', (chunk) => console.log('data', String(chunk)));
mixed.push('a');
await new Promise((resolve) => setImmediate(resolve));
mixed.removeListener('readable', onReadable);
mixed.push('b');
await new Promise((resolve) => setImmediate(resolve));
mixed.removeAllListeners();
mixed.push('c');
console.log(mixed.readableLength, mixed.readableFlowing);
const zero = new Readable({ highWaterMark: 0, read() {} });
console.log(zero.push('x'), zero.read(0), String(zero.read()), zero.push(''));
try {
  zero.read(2 ** 31);
} catch (error) {
  console.log((error as Error).message);
}
console.log(zero.readableHighWaterMark, zero.read('2' as never), zero.readableHighWaterMark);
