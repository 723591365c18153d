import { Duplex, PassThrough, Readable, Writable } from 'node:stream';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const all = async (stream: Duplex) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
};
const show = (error: NodeJS.ErrnoException) => console.log(error.name, error.code, error.message);

console.log(await all(Duplex.from(['a', 'b'])), await all(Duplex.from('text')));
console.log(await all(Duplex.from(Promise.resolve('later'))));
console.log(await all(Duplex.from(new Blob(['blob']))));
console.log(await all(Duplex.from(Readable.from([1, 2]))));
const doubling = Duplex.from(async function* (source: AsyncIterable<string>) {
  for await (const chunk of source) yield `${chunk}${chunk}`;
});
doubling.write('ab');
doubling.end('c');
console.log(await all(doubling), doubling.constructor.name, doubling.writableObjectMode);
const taken: string[] = [];
const sink = Duplex.from(async (source: AsyncIterable<string>) => {
  for await (const chunk of source) taken.push(String(chunk));
});
sink.on('finish', () => console.log('finish', taken));
sink.write('x');
sink.end('y');
console.log(sink.readable, sink.writable);
await turn();
const inner = new PassThrough();
const pair = Duplex.from({ readable: inner, writable: inner });
pair.end('through');
console.log(String(await all(pair)));
const only = Duplex.from({
  writable: new Writable({
    write(chunk, encoding, done) {
      console.log('only', String(chunk));
      done();
    },
  }),
});
only.end('w');
await new Promise((resolve) => only.on('finish', resolve));
console.log(only.readable, Duplex.from(inner) === inner);
const failing = Duplex.from(Promise.reject(new Error('rejected')));
failing.on('error', show);
await turn();
const half = new PassThrough();
const broken = Duplex.from({ readable: half, writable: new PassThrough() });
broken.on('error', show);
half.destroy(new Error('half'));
await turn();
const gone = Duplex.from({ readable: new PassThrough(), writable: new PassThrough() });
gone.on('error', show).on('close', () => console.log('gone'));
gone.destroy();
await turn();
const thrown = Duplex.from(async function* (source: AsyncIterable<string>) {
  for await (const _ of source) throw new TypeError('inside');
});
thrown.on('error', show);
thrown.write('x');
await turn();
for (const body of [5, null, undefined, {}, () => 5])
  try {
    Duplex.from(body as never);
  } catch (error) {
    show(error as Error);
  }
