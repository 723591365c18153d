import { compose, Duplex, PassThrough, pipeline, Readable, Transform, Writable } from 'node:stream';
import { pipeline as promised } from 'node:stream/promises';
import { promisify } from 'node:util';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const show = (name: string) => (error?: NodeJS.ErrnoException | null, value?: unknown) =>
  console.log(name, error?.name, error?.code, error?.message, value);
const upper = () =>
  new Transform({
    transform(chunk, encoding, done) {
      done(null, String(chunk).toUpperCase());
    },
  });
const collect = (list: unknown[]) =>
  new Writable({
    objectMode: true,
    write(chunk, encoding, done) {
      list.push(String(chunk));
      done();
    },
  });

const got: string[] = [];
const last = pipeline(Readable.from(['a', 'b']), upper(), collect(got), show('plain'));
await new Promise((resolve) => last.on('close', resolve));
console.log(got, last.constructor.name);
console.log(
  await promised(
    ['x', 'y'],
    async function* (source) {
      for await (const value of source) yield value + value;
    },
    async (source) => {
      let all = '';
      for await (const value of source) all += value;
      return all;
    },
  ),
);
const streams = [Readable.from(['a']), upper(), new PassThrough(), new Writable()] as const;
pipeline([...streams] as never, show('fails'));
streams[1].destroy(new Error('in the middle'));
await turn();
console.log(streams.map((one) => one.destroyed));
const early = new PassThrough();
pipeline(Readable.from(['a']), early, new Writable({ write() {} }), show('closed'));
early.destroy();
await turn();
const controller = new AbortController();
const endless = new Readable({ read() {} });
const aborted = promised(endless, new PassThrough(), { signal: controller.signal });
controller.abort(new Error('enough'));
await aborted.catch((error) => console.log(error.name, error.code, error.cause?.message));
console.log(endless.destroyed);
await promised(Readable.from(['a']), new PassThrough(), { signal: AbortSignal.abort() }).catch(
  show('before'),
);
const target = new PassThrough();
await promised(Readable.from(['kept']), target, { end: false });
console.log(target.writableEnded, String(target.read()));
await promisify(pipeline)(Readable.from(['a']), target.resume());
await promised(
  async function* ({ signal }: { signal: AbortSignal }) {
    console.log(signal.aborted);
    yield 'generated';
  } as never,
  collect(got),
);
console.log(got);
await promised(
  Readable.from(['a']),
  async function* (source: AsyncIterable<string>) {
    for await (const _ of source) throw new RangeError('in a generator');
  } as never,
  new Writable(),
).catch(show('generator'));
pipeline(
  Readable.from(['v']),
  async (source: AsyncIterable<string>) => {
    for await (const value of source) return value;
  },
  show('value') as never,
);
await turn();
for (const args of [
  [() => {}],
  [new PassThrough(), () => {}],
  [new PassThrough(), new PassThrough()],
  [() => 5, new PassThrough(), () => {}],
  [new PassThrough(), () => 5, new PassThrough(), () => {}],
  [new PassThrough(), () => 5, () => {}],
  [new PassThrough(), new PassThrough().destroy(), () => {}],
  [5, new PassThrough(), () => {}],
])
  try {
    (pipeline as Function)(...args);
    console.log('fine');
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
const composed = compose(
  async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) yield String(chunk).toUpperCase();
  } as never,
  new PassThrough({ encoding: 'utf8' }) as never,
);
composed.on('close', () => console.log('composed closed'));
composed.end('composed');
for await (const chunk of composed) console.log(chunk);
console.log(
  await Readable.from(['in ', 'line'])
    .compose(upper() as never)
    .toArray(),
);
for (const args of [[], [new Writable(), new PassThrough()], [new PassThrough(), new Readable()]])
  try {
    (compose as Function)(...args);
  } catch (error) {
    console.log((error as Error).message.split('. Received')[0]);
  }
const chained = compose(new PassThrough(), new PassThrough()) as Duplex;
chained.on('error', show('destroyed'));
chained.destroy(new Error('by hand'));
await turn();
