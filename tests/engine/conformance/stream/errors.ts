import {
  finished,
  PassThrough,
  pipeline,
  Readable,
  Writable,
  addAbortSignal,
  Transform,
} from 'node:stream';
import * as promises from 'node:stream/promises';

const show = (label: string) => (error?: Error | null) =>
  console.log(label, error?.name, (error as NodeJS.ErrnoException)?.code, error?.message);
const attempt = (label: string, run: () => unknown) => {
  try {
    run();
    console.log(label, 'fine');
  } catch (error) {
    show(label)(error as Error);
  }
};

attempt('null', () => new Writable().write(null));
attempt('type', () => new Writable().write(5));
attempt('encoding', () => new Writable().write('a', 'nope' as never));
attempt('mark', () => new Readable({ highWaterMark: -1 }));
attempt('mark text', () => new Writable({ highWaterMark: 'a' as never }));
attempt('finished', () => finished({} as never, () => {}));
attempt('finished callback', () => finished(new Readable(), 'no' as never));
attempt('pipeline', () => pipeline(new Readable(), new Writable() as never));
attempt('pipeline one', () => pipeline(new Readable({ read() {} }), () => {}));
attempt('abort signal', () => addAbortSignal('x' as never, new Readable()));
attempt('default encoding', () => new Writable().setDefaultEncoding('x' as never));
attempt('from', () => Readable.from(5 as never));

attempt('no write', () => new Writable().write('a'));
new Readable().on('error', show('no read')).read();
attempt('no transform', () => new Transform().write('a'));
const ended = new PassThrough().on('error', show('after end'));
ended.end();
ended.write('late', show('late callback'));
const gone = new PassThrough().on('error', show('gone')).destroy();
gone.write('x', show('gone callback'));
const eof = new Readable({ read() {} }).on('error', show('eof'));
eof.push(null);
eof.push('x');
finished(new PassThrough().destroy(), show('premature'));
new Writable({ write() {} }).on('error', show('pipe from')).pipe(new PassThrough());
const controller = new AbortController();
addAbortSignal(controller.signal, new PassThrough()).on('error', show('aborted'));
controller.abort();
await promises
  .pipeline(
    Readable.from(['a']),
    async function* (source) {
      yield* source;
      throw new RangeError('inside');
    },
    new PassThrough(),
  )
  .catch(show('pipeline'));
await promises.finished(new PassThrough().destroy(new Error('own'))).catch(show('promise'));
