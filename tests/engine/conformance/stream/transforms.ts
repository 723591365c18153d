import { PassThrough, Transform } from 'node:stream';

const log = (name: string, stream: Transform) => {
  for (const event of ['prefinish', 'finish', 'end', 'close', 'drain'])
    stream.on(event, () => console.log(name, event));
  return stream.on('error', (error) => console.log(name, error.name, error.message));
};
const closed = (stream: Transform) => new Promise((resolve) => stream.on('close', resolve));

const lines = log(
  'lines',
  new Transform({
    readableObjectMode: true,
    transform(chunk, encoding, done) {
      for (const line of String(chunk).split('\n')) this.push({ line });
      done();
    },
    flush(done) {
      setImmediate(done, null, 'flushed');
    },
  }),
);
lines.on('data', (value) => console.log(value));
lines.write('a\nb');
lines.end('c');
await closed(lines);

const final = log(
  'final',
  new Transform({
    transform(chunk, encoding, done) {
      done(null, chunk);
    },
    final(done) {
      console.log('own final');
      done();
    },
    flush(done) {
      console.log('flush');
      done(null, 'rest');
    },
  }),
);
final.on('data', (chunk) => console.log(String(chunk)));
final.end('x');
await closed(final);

const full = log('full', new PassThrough({ highWaterMark: 2 }));
console.log(
  full.write('abc'),
  full.write('def', () => console.log('taken')),
  full.writableLength,
);
full.once('readable', () => console.log(String(full.read())));
await new Promise((resolve) => setImmediate(resolve));
full.end();
full.resume();
await closed(full);
const marks = new Transform({ readableHighWaterMark: 0, writableHighWaterMark: 7 });
console.log(marks.readableHighWaterMark, marks.writableHighWaterMark);
console.log(new Transform({ highWaterMark: 0 }).writableHighWaterMark);
const failing = log(
  'failing',
  new Transform({
    transform(chunk, encoding, done) {
      done(new Error('transform'));
    },
  }),
);
failing.write('x', (error) => console.log('callback', error?.message));
await closed(failing);
const flushing = log(
  'flushing',
  new Transform({
    transform(chunk, encoding, done) {
      done();
    },
    flush(done) {
      done(new Error('flush'));
    },
  }),
);
flushing.resume().end('x');
await closed(flushing);
class Counter extends Transform {
  count = 0;
  override _transform(chunk: Buffer, encoding: string, done: () => void) {
    this.count += chunk.length;
    this.push(null);
    done();
  }
}
const counter = log('counter', new Counter());
counter.resume();
counter.write('abc');
counter.end();
await closed(counter);
console.log(counter.count);
const split = log('split', new PassThrough({ autoDestroy: false }));
split.end('x');
split.resume();
await new Promise((resolve) => setImmediate(resolve));
console.log(split.destroyed);
