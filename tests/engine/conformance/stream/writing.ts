import { Writable } from 'node:stream';

const slow = (options = {}) =>
  new Writable({
    highWaterMark: 4,
    ...options,
    write(chunk, encoding, done) {
      console.log('write', chunk, encoding);
      setImmediate(done);
    },
  });
const log = (stream: Writable) => {
  for (const event of ['drain', 'prefinish', 'finish', 'close'])
    stream.on(event, () => console.log(event, stream.writableLength));
  return stream;
};

const first = log(slow());
console.log(first.write('ab', () => console.log('done 1')));
console.log(
  first.write('cd', 'utf8', () => console.log('done 2')),
  first.writableNeedDrain,
);
console.log(first.write('6566', 'hex'), first.writableLength, first.writableBuffer.length);
await new Promise((resolve) => first.on('drain', resolve));
first.end('last', () => console.log('ended', first.writableFinished));
console.log(first.writable, first.writableEnded, first.writableFinished);
await new Promise((resolve) => first.on('close', resolve));

const together = log(
  new Writable({
    decodeStrings: false,
    write(chunk, encoding, done) {
      console.log('write', chunk, encoding);
      process.nextTick(done);
    },
    writev(chunks, done) {
      console.log(
        'writev',
        chunks.map(({ chunk, encoding }) => [chunk, encoding]),
      );
      done();
    },
    final(done) {
      console.log('final');
      setImmediate(done);
    },
  }),
);
together.cork();
together.cork();
together.write('a', () => console.log('a done'));
together.write('b', 'latin1', () => console.log('b done'));
together.uncork();
console.log(together.writableCorked, together.writableLength);
together.uncork();
together.write('c');
together.cork();
together.end('d');
console.log(together.writableCorked);
await new Promise((resolve) => together.on('close', resolve));

const objects = log(
  new Writable({
    objectMode: true,
    highWaterMark: 2,
    write(value, encoding, done) {
      console.log('object', value, encoding);
      done();
    },
  }),
);
console.log(objects.write({ a: 1 }), objects.write(2), objects.write('three', 'utf8'));
process.nextTick(() => console.log('tick'));
objects.write(4, () => console.log('four'));
objects.end();
await new Promise((resolve) => objects.on('close', resolve));

const many = log(slow({ objectMode: false }));
const same = () => console.log('same callback');
many.write('1', same);
many.write('2', same);
many.setDefaultEncoding('HEX' as never);
many.write('61');
many.destroy();
many.write('after', (error) => console.log('refused', (error as NodeJS.ErrnoException).code));
many.end((error?: Error | null) => console.log('end', (error as NodeJS.ErrnoException)?.code));
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(many.writableAborted, many.errored, many.destroyed);

const failing = log(
  new Writable({
    write(chunk, encoding, done) {
      done(new Error(`no ${chunk}`));
    },
  }),
);
failing.on('error', (error) => console.log('error', error.message));
failing.write('x', (error) => console.log('callback', error?.message));
failing.write('y', (error) => console.log('next', error?.message));
failing.end((error?: Error | null) => console.log('end', error?.message));
await new Promise((resolve) => failing.on('close', resolve));
const twice = new Writable({
  write(chunk, encoding, done) {
    done();
    done();
  },
}).on('error', (error: NodeJS.ErrnoException) => console.log(error.code));
twice.write('x');
await new Promise((resolve) => twice.on('close', resolve));
const done = new Writable({ write() {} });
done.end(() =>
  done.end((error?: Error | null) => console.log((error as NodeJS.ErrnoException)?.code)),
);
