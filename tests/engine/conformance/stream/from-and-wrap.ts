import EventEmitter from 'node:events';
import { Readable } from 'node:stream';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const show = (error: NodeJS.ErrnoException) => console.log(error.name, error.code, error.message);

console.log(await Readable.from('text').toArray(), await Readable.from(Buffer.from('b')).toArray());
console.log(await Readable.from([1, Promise.resolve(2), 3]).toArray());
console.log(await Readable.from(new Set(['s'])).toArray());
const early = Readable.from(
  (async function* () {
    try {
      yield 1;
      yield 2;
    } finally {
      console.log('closed');
    }
  })(),
);
for await (const value of early) {
  console.log(value, early.readableHighWaterMark);
  break;
}
console.log(early.destroyed);
const iterator = {
  next: () => ({ value: 'v', done: false }),
  throw: (error: Error) => {
    console.log('throw', error.message);
    return { value: undefined, done: true };
  },
  return: () => {
    console.log('return');
    return { value: undefined, done: true };
  },
};
const failing = Readable.from({ [Symbol.iterator]: () => iterator } as never);
failing.on('error', show);
failing.read();
failing.destroy(new Error('stop'));
await turn();
const nulls = Readable.from([1, null, 2]).on('error', show);
nulls.on('data', (value) => console.log('data', value));
await turn();
Readable.from(
  (async function* () {
    yield 'a';
    throw new RangeError('generated');
  })(),
)
  .on('data', console.log)
  .on('error', show);
await turn();
await Readable.from([Promise.reject(new Error('value'))])
  .toArray()
  .catch(show);
const bytes = Readable.from(['ab', 'cd'], { objectMode: false });
console.log(bytes.readableObjectMode, await bytes.toArray());

class Old extends EventEmitter {
  pause() {
    console.log('old pause');
  }
  resume() {
    console.log('old resume');
  }
  extra = () => 'extra';
}
const old = new Old();
const wrapped = new Readable({ highWaterMark: 2 }).wrap(old as never);
console.log((wrapped as never as Old).extra());
old.emit('data', Buffer.from('one'));
console.log(String(wrapped.read()));
old.emit('data', Buffer.from('two'));
old.emit('end');
wrapped.on('data', (chunk) => console.log(String(chunk)));
await turn();
const other = new Old();
const second = new Readable().wrap(other as never).on('error', show);
other.emit('error', new Error('old trouble'));
await turn();
console.log(second.destroyed);
const made = (Readable as never as { wrap(old: unknown, options?: unknown): Readable }).wrap(
  new Old(),
);
console.log(made.readableObjectMode);
const it = Readable.from(['x', 'y']).iterator({ destroyOnReturn: false });
console.log(
  await it.next(),
  await it.return?.(),
  (it as never as { stream: Readable }).stream.destroyed,
);
try {
  Readable.from(['x']).iterator(5 as never);
} catch (error) {
  show(error as Error);
}
const errored = new Readable({ read() {} });
setImmediate(() => errored.destroy(new Error('while waiting')));
try {
  for await (const _ of errored);
} catch (error) {
  show(error as Error);
}
const premature = new Readable({ read() {} });
setImmediate(() => premature.destroy());
try {
  for await (const _ of premature);
} catch (error) {
  show(error as Error);
}
