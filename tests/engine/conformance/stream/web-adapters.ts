import {
  addAbortSignal,
  Duplex,
  finished,
  isDisturbed,
  isErrored,
  isReadable,
  PassThrough,
  Readable,
  Writable,
} from 'node:stream';
import { ReadableStream, TransformStream, WritableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';

const turn = () => new Promise((resolve) => setTimeout(resolve, 2));
const show = (name: string) => (error?: NodeJS.ErrnoException | null) =>
  console.log(name, error?.name, error?.code, error?.message);
const web = (values: unknown[]) =>
  new ReadableStream({
    pull(controller) {
      if (values.length > 0) controller.enqueue(values.shift());
      else controller.close();
    },
    cancel: (reason) => console.log('cancel', reason?.message),
  });
const sink = (name: string) =>
  new WritableStream({
    write: (chunk) => console.log(name, chunk),
    close: () => console.log(name, 'close'),
    abort: (reason) => console.log(name, 'abort', reason?.message),
  });

console.log(await Readable.fromWeb(web(['a', 'b']), { encoding: 'utf8' }).toArray());
console.log(await Readable.fromWeb(web([{ a: 1 }]), { objectMode: true }).toArray());
const cut = Readable.fromWeb(web(['x', 'y']));
cut.on('error', show('cut'));
cut.destroy(new Error('no more'));
await turn();
const failing = Readable.fromWeb(
  new ReadableStream({
    start(controller) {
      controller.error(new RangeError('source'));
    },
  }),
);
failing.on('error', show('failing'));
await turn();

const reader = Readable.toWeb(Readable.from(['p', 'q'])).getReader();
for (let at = 0; at < 3; at += 1) {
  const { value, done } = await reader.read();
  console.log(value, done);
}
const bytes = Readable.toWeb(
  new PassThrough().end('bytes') as never,
) as never as AsyncIterable<Uint8Array>;
for await (const chunk of bytes) console.log(chunk.constructor.name, Buffer.from(chunk).toString());
const source = new Readable({ read() {} });
const broken = Readable.toWeb(source).getReader();
source.destroy(new Error('node side'));
await broken.read().catch(show('broken'));
const early = new Readable({ read() {} });
const earlyReader = Readable.toWeb(early).getReader();
early.destroy();
await earlyReader.read().catch(show('early'));
const cancelled = new Readable({ read() {} }).on('error', show('cancelled'));
await Readable.toWeb(cancelled).cancel(new Error('reader gone'));
await turn();
console.log(cancelled.destroyed);

const writable = Writable.fromWeb(sink('sink'));
writable.write('text');
writable.end(Buffer.from('end'));
await new Promise((resolve) => writable.on('finish', resolve));
const objects = Writable.fromWeb(sink('objects'), { objectMode: true });
objects.end({ b: 2 });
await new Promise((resolve) => objects.on('close', resolve));
const killed = Writable.fromWeb(sink('killed')).on('error', show('killed'));
killed.destroy(new Error('by hand'));
await turn();
const got: string[] = [];
const target = new Writable({
  write(chunk, encoding, done) {
    got.push(String(chunk));
    done();
  },
});
const writer = Writable.toWeb(target).getWriter();
await writer.write('one');
await writer.write(new Uint8Array([0x32]));
await writer.close();
console.log(got, target.writableFinished);
const refusing = new Writable({
  write(chunk, encoding, done) {
    done(new Error('full'));
  },
}).on('error', show('refusing'));
const refused = Writable.toWeb(refusing).getWriter();
refused.closed.catch(show('closed'));
await refused.write('x').catch(show('write'));
await turn();

const pair = Duplex.toWeb(new PassThrough());
const pairWriter = pair.writable.getWriter();
void pairWriter.write('through');
void pairWriter.close();
for await (const chunk of pair.readable) console.log(Buffer.from(chunk as Uint8Array).toString());
const upper = new TransformStream({
  transform(chunk, controller) {
    controller.enqueue(String(chunk).toUpperCase());
  },
});
const duplex = Duplex.fromWeb(upper as never, { encoding: 'utf8', objectMode: true });
duplex.end('shout');
for await (const chunk of duplex) console.log(chunk);
await pipeline(web(['piped']), new TransformStream(), sink('piped') as never);
await pipeline(Readable.from(['node']), sink('node') as never);
await pipeline(web(['w']), async function (from: AsyncIterable<string>) {
  for await (const chunk of from) console.log('function', chunk);
} as never);
const watched = web([1]);
finished(watched as never, show('finished'));
console.log(
  isReadable(watched as never),
  isDisturbed(watched as never),
  isErrored(watched as never),
);
for await (const value of watched) console.log(value);
await turn();
console.log(isReadable(watched as never), isDisturbed(watched as never));
const controller = new AbortController();
const aborted = new ReadableStream({});
addAbortSignal(controller.signal, aborted as never);
controller.abort();
await aborted.getReader().read().catch(show('aborted'));
console.log(isErrored(aborted as never));
console.log(
  aborted,
  sink('printed'),
  new TransformStream(),
  new CountQueuingStrategy({ highWaterMark: 2 }),
);
for (const run of [
  () => Readable.fromWeb(5 as never),
  () => Writable.fromWeb({} as never),
  () => Duplex.fromWeb({} as never),
  () => Readable.toWeb(5 as never),
  () => Writable.toWeb(5 as never),
  () => Duplex.toWeb(5 as never),
])
  try {
    run();
  } catch (error) {
    show('refused')(error as Error);
  }
