import { Duplex, finished, PassThrough, Readable, Stream, Writable } from 'node:stream';
import { finished as promised } from 'node:stream/promises';
import { promisify } from 'node:util';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const show = (name: string) =>
  function (this: unknown, error?: NodeJS.ErrnoException | null) {
    console.log(name, error?.code, error?.message, arguments.length, this?.constructor?.name);
  };

const ended = new Readable({ read() {} });
finished(ended, show('ended'));
ended.push(null);
ended.resume();
await turn();
finished(ended, show('ended again'));
finished(ended, { error: false }, show('no errors'));
const cut = new Readable({ read() {} });
finished(cut, show('cut'));
cut.destroy();
await turn();
const failed = new Writable();
finished(failed, show('failed'));
failed.destroy(new Error('broken'));
await turn();
finished(failed, show('failed again'));
const through = new PassThrough();
finished(through, { readable: false }, show('written'));
finished(through, { writable: false }, show('read'));
finished(through, show('both'));
through.end('x');
await turn();
through.resume();
await turn();
const taken = new PassThrough();
const stop = finished(taken, show('never'));
console.log(taken.listenerCount('close'), taken.listenerCount('error'), taken.eventNames());
stop();
console.log(taken.listenerCount('close'), taken.listenerCount('error'));
taken.destroy();
const controller = new AbortController();
const pending = new Readable({ read() {} });
finished(pending, { signal: controller.signal }, show('signal'));
controller.abort();
finished(new Readable({ read() {} }), { signal: AbortSignal.abort() }, show('aborted before'));
await turn();
const old = new Stream() as Stream & { readable: boolean };
old.readable = true;
finished(old as never, show('old'));
old.emit('end');
const half = new Duplex({ allowHalfOpen: true, read() {}, write() {} });
finished(half, show('half'));
half.push(null);
half.resume();
half.destroy();
await turn();

await promised(Readable.from(['a']).resume()).then(() => console.log('promised'));
await promised(new Writable().destroy()).catch(show('promised'));
await promisify(finished)(new PassThrough().destroy(new Error('own'))).catch(show('promisified'));
const clean = new PassThrough();
const waiting = promised(clean, { cleanup: true });
clean.end();
clean.resume();
await waiting;
console.log(clean.listenerCount('end'), clean.listenerCount('error'));
try {
  await promised(clean, { cleanup: 1 } as never);
} catch (error) {
  console.log((error as Error).message);
}
for (const args of [[], [clean], [clean, 1, () => {}], [clean, {}, 1], [{}, () => {}]])
  try {
    (finished as Function)(...args);
  } catch (error) {
    console.log((error as Error).message);
  }
