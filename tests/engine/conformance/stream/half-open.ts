import { Duplex, duplexPair, PassThrough, Readable } from 'node:stream';

const log = (name: string, stream: Duplex) => {
  for (const event of ['end', 'finish', 'close', 'prefinish'])
    stream.on(event, () => console.log(name, event));
  stream.on('error', (error) => console.log(name, error.name, error.message));
  return stream;
};
const echo = (allowHalfOpen: boolean) =>
  new Duplex({
    allowHalfOpen,
    read() {
      this.push('read');
      this.push(null);
    },
    write(chunk, encoding, done) {
      console.log('written', String(chunk));
      done();
    },
  });

const open = log('open', echo(true));
for await (const chunk of open) console.log(String(chunk));
console.log(open.destroyed, open.writable, open.writableEnded);
open.end('later');
await new Promise((resolve) => open.on('close', resolve));

const closed = log('closed', echo(false));
for await (const chunk of closed) console.log(String(chunk));
console.log(closed.destroyed, closed.writable);
await new Promise((resolve) => setImmediate(resolve));
console.log(closed.destroyed, closed.writable, closed.writableEnded);

const [left, right] = duplexPair();
log('left', left);
log('right', right);
right.on('data', (chunk) => console.log('right got', String(chunk)));
left.write('hello', () => console.log('taken'));
left.end();
right.end('bye');
left.resume();
await new Promise((resolve) => left.on('close', resolve));
const [one, two] = duplexPair({ encoding: 'utf8' });
two.on('close', () => console.log('two closed', two.errored));
one.on('error', (error) => console.log('one', error.message));
one.destroy(new Error('reset'));
await new Promise((resolve) => two.on('close', resolve));
const [soft, other] = duplexPair();
other.on('end', () => console.log('other ended')).resume();
soft.destroy();
await new Promise((resolve) => other.on('end', resolve));
const through = new PassThrough();
for await (const _ of Readable.from([])) console.log('never');
console.log(through.allowHalfOpen);
