import { Duplex, Readable, Transform, Writable } from 'node:stream';
import * as stream from 'node:stream';

const log = <S extends Readable | Writable>(name: string, one: S): S => {
  for (const event of ['close', 'end', 'finish', 'error'])
    one.on(event, (error?: Error) => console.log(name, event, error?.message ?? ''));
  return one;
};
const turn = () => new Promise((resolve) => setImmediate(resolve));
const show = (name: string, one: Readable | Writable) =>
  console.log(name, one.destroyed, one.closed, one.errored?.message, stream.isErrored(one));

const plain = log('plain', new Readable({ read() {} }));
plain.destroy(undefined, () => console.log('callback'));
plain.destroy(new Error('second'));
show('plain', plain);
await turn();
show('plain', plain);
console.log(plain.push('x'), plain.read());

const own = log(
  'own',
  new Writable({
    destroy(error, done) {
      console.log('_destroy', error?.message);
      setImmediate(done, new Error('from destroy'));
    },
  }),
);
own.destroy(new Error('given'));
await turn();
await turn();
show('own', own);

const throwing = log(
  'throwing',
  new Duplex({
    destroy() {
      throw new Error('thrown in destroy');
    },
  }),
);
throwing.destroy();
await turn();
const silent = log('silent', new Readable({ read() {}, emitClose: false }));
silent.destroy();
await turn();
const keep = log('keep', new Readable({ autoDestroy: false, read() {} }));
keep.emit('error', new Error('emitted'));
keep.push(null);
keep.resume();
await turn();
show('keep', keep);
(keep as never as { _undestroy(): void })._undestroy();
show('again', keep);

const construct = log(
  'construct',
  new Writable({
    construct(done) {
      console.log('construct');
      setImmediate(done);
    },
    write(chunk, encoding, done) {
      console.log('write', String(chunk));
      done();
    },
  }),
);
construct.write('early');
construct.end();
await turn();
await turn();
const broken = log('broken', new Readable({ construct: (done) => done(new Error('cannot')) }));
broken.read();
await turn();
const during = log(
  'during',
  new Transform({
    construct(done) {
      setImmediate(done);
    },
  }),
);
during.destroy(new Error('too soon'));
await turn();
await turn();
const twice = log(
  'twice',
  new Readable({
    construct(done) {
      done();
      done();
    },
    read() {},
  }),
);
await turn();
show('twice', twice);
{
  await using disposed = log('disposed', new Readable({ read() {} }));
  console.log(disposed.destroyed);
}
const signal = AbortSignal.abort('why');
const aborted = log('aborted', new Readable({ read() {}, signal }));
await turn();
console.log((aborted.errored as Error).cause, aborted.errored);
stream.destroy(log('helper', new Writable()), new Error('helped'));
stream.destroy(log('unfinished', new Readable({ read() {} })));
await turn();
for (const value of [null, {}, new Readable({ read() {} }), new Writable()])
  console.log(
    stream.isReadable(value as never),
    stream.isWritable(value as never),
    stream.isErrored(value as never),
    stream.isDisturbed(value as never),
    (stream as never as { isDestroyed(value: unknown): unknown }).isDestroyed(value),
  );
