import EventEmitter from 'node:events';
import { inherits } from 'node:util';
import * as stream from 'node:stream';
import { Duplex, Readable, setDefaultHighWaterMark, Writable } from 'node:stream';

setDefaultHighWaterMark(false, 32 * 1000);
setDefaultHighWaterMark(true, 7);
console.log(
  new Readable().readableHighWaterMark,
  new Writable({ objectMode: true }).writableHighWaterMark,
);
const attempt = (run: () => unknown) => {
  try {
    console.log(run());
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
};
attempt(() => setDefaultHighWaterMark(false, -1));
attempt(() => setDefaultHighWaterMark(true, 'x' as never));
for (const highWaterMark of [true, '5', NaN, -5, 1.5, {}])
  for (const Class of [Readable, Writable, Duplex])
    attempt(() => new Class({ highWaterMark } as never));
attempt(() => new Duplex({ readableHighWaterMark: -1 }));
attempt(() => new Readable({ defaultEncoding: 'my encoding' as never }));
attempt(() => new Writable({ defaultEncoding: 'my encoding' as never }));
attempt(() => new Readable({ encoding: 'nope' as never }));
attempt(() => new Readable({ signal: 5 as never }));
attempt(
  () =>
    new Duplex({ highWaterMark: null, readableHighWaterMark: 10 } as never).readableHighWaterMark,
);
attempt(() => new Duplex({ writableHighWaterMark: 10, highWaterMark: 20 }).writableHighWaterMark);
const mixed = new Duplex({ readableObjectMode: true });
console.log(mixed.readableObjectMode, mixed.writableObjectMode, mixed.readableHighWaterMark);

function Old(this: Readable) {
  Readable.call(this as never, { objectMode: true });
}
inherits(Old as never, Readable as never);
Old.prototype._read = function (this: Readable) {
  this.push('from an old class');
  this.push(null);
};
const old = new (Old as never as new () => Readable)();
for await (const value of old) console.log(value);

EventEmitter.captureRejections = true;
const capturing = new Writable({ write() {} });
EventEmitter.captureRejections = false;
capturing.on('pipe', async () => {
  throw new Error('rejected listener');
});
capturing.on('error', (error) => console.log('captured', error.message, capturing.destroyed));
capturing.emit('pipe');
await new Promise((resolve) => setImmediate(resolve));
console.log(Object.hasOwn(stream, 'Stream'), Object.keys(stream.promises).join());
console.log(stream.finished.length, stream.pipeline.length, stream.addAbortSignal.length);
attempt(() => new Readable().setEncoding('nope' as never));
const unknown = new Readable({ read() {} }).on('error', (error) => console.log(error.message));
unknown.push({ no: 'bytes' });
const views = new Writable({
  write(chunk, encoding, done) {
    console.log(chunk, encoding);
    done();
  },
});
views.write(new Uint16Array([1, 256]));
views.write(new DataView(new ArrayBuffer(2)));
attempt(() => views.write(new ArrayBuffer(2) as never));
const reading = new Readable({ read() {} });
reading.push(new Uint16Array([1]) as never);
console.log(reading.read());
