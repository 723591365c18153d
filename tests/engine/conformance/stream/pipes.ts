import { PassThrough, Readable, Stream, Writable } from 'node:stream';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const sink = (name: string, ms = 0) =>
  new Writable({
    highWaterMark: 2,
    write(chunk, encoding, done) {
      console.log(name, String(chunk));
      setTimeout(done, ms);
    },
  });

const source = new Readable({ read() {} });
const [fast, slow] = [sink('fast'), sink('slow', 2)];
for (const to of [fast, slow]) {
  to.on('pipe', (from) => console.log('pipe', from === source));
  to.on('unpipe', (from) => console.log('unpipe', from === source));
  to.on('finish', () => console.log('finish'));
}
console.log(source.pipe(fast) === fast);
source.pipe(slow);
for (const text of ['one', 'two', 'three']) source.push(text);
source.push(null);
await Promise.all([fast, slow].map((to) => new Promise((resolve) => to.on('close', resolve))));

const open = new PassThrough();
const kept = sink('kept');
open.pipe(kept, { end: false });
open.end('x');
await new Promise((resolve) => open.on('end', resolve));
console.log(kept.writableEnded);
const late = Readable.from(['gone']);
late.resume();
await new Promise((resolve) => late.on('end', resolve));
late.pipe(kept);
await turn();
console.log(kept.writableEnded);

const broken = new Writable({
  write(chunk, encoding, done) {
    done(new Error('full'));
  },
});
const feeding = new Readable({ read() {} });
feeding.pipe(broken);
broken.on('error', (error) => console.log(error.message, feeding.readableFlowing));
feeding.push('x');
await turn();
console.log(
  feeding.destroyed,
  (feeding as never as { _readableState: { pipes: unknown[] } })._readableState.pipes.length,
);
const into = new PassThrough();
const paused = new Readable({ read() {} });
paused.pipe(into);
paused.unpipe(into);
console.log(paused.readableFlowing, paused.isPaused());
paused.pipe(into);
paused.pipe(new PassThrough());
paused.unpipe();
console.log(paused.readableFlowing, into.listenerCount('unpipe'));
paused.unpipe(into);
const bad = new Writable({
  write() {
    throw new Error('thrown');
  },
});
bad.on('error', (error) => console.log('caught', error.message));
Readable.from(['x']).pipe(bad);
await turn();
const old = new Stream() as Stream & { readable: boolean };
const target = sink('old');
old.pipe(target as never);
old.emit('data', 'from old');
old.emit('end');
await new Promise((resolve) => target.on('finish', resolve));
const objects = new Readable({ objectMode: true, read() {} });
objects.pipe(new Writable()).on('error', (error: NodeJS.ErrnoException) => console.log(error.code));
objects.push({ no: 'bytes' });
await turn();
