import EventEmitter from 'node:events';
import Stream, { Duplex, PassThrough, Readable, Transform, Writable } from 'node:stream';
import * as stream from 'node:stream';

console.log(
  Object.keys(stream)
    .filter((name) => !name.startsWith('_'))
    .sort()
    .join(),
);
console.log(Stream === Stream.Stream, Stream.Readable === Readable);

const readable = new Readable({ read() {} });
console.log(readable instanceof EventEmitter, readable instanceof Stream);
console.log(new Duplex() instanceof Writable, new Duplex() instanceof Readable);
console.log(
  readable.readableHighWaterMark,
  new Writable({ objectMode: true }).writableHighWaterMark,
);
console.log(stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true));

readable.on('data', (chunk) => console.log('data', String(chunk)));
readable.on('end', () => console.log('end'));
readable.on('close', () => console.log('close'));
readable.push('one');
readable.push('two');
readable.push(null);
console.log('pushed');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('reaction'));

const upper = new Transform({
  transform(chunk, encoding, done) {
    done(null, String(chunk).toUpperCase());
  },
  flush(done) {
    done(null, '!');
  },
});
upper
  .on('finish', () => console.log('finish'))
  .on('data', (chunk) => console.log('upper', `${chunk}`));
upper.end('text', () => console.log('ended'));
console.log(PassThrough.name, PassThrough.length, new PassThrough().readableFlowing);
