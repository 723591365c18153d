import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { hide, root, show } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
const closed = (stream: fs.ReadStream | fs.WriteStream) =>
  new Promise((resolve) => stream.on('close', resolve));
const log = <S extends fs.ReadStream | fs.WriteStream>(name: string, stream: S): S => {
  for (const event of ['open', 'ready', 'end', 'finish', 'close'])
    stream.on(event, (...args) => console.log(name, event, args.length));
  stream.on('error', (error) => show(name, error));
  return stream;
};

const out = log('out', fs.createWriteStream(at('file')));
console.log(out.pending, out.path === at('file'), out.bytesWritten, out.fd, out.autoClose);
out.write('one ', () => console.log('written', out.bytesWritten));
out.write('two ');
out.end('three');
await closed(out);
console.log(out.bytesWritten, out.closed, fs.readFileSync(at('file'), 'utf8'));

const input = log('in', fs.createReadStream(at('file'), { highWaterMark: 4, encoding: 'utf8' }));
console.log(input.pending, input.readableHighWaterMark);
for await (const chunk of input) console.log(JSON.stringify(chunk), input.bytesRead);
console.log(input.bytesRead, input.destroyed, input.closed);
const part = fs.createReadStream(at('file'), { start: 4, end: 6 });
for await (const chunk of part) console.log(String(chunk), part.pos);
const at5 = log('r+', fs.createWriteStream(at('file'), { flags: 'r+', start: 4 }));
at5.end('TWO');
await closed(at5);
const more = fs.createWriteStream(at('file'), { flags: 'a', encoding: 'latin1', flush: true });
more.end('é');
await closed(more);
console.log(fs.readFileSync(at('file')));
await closed(log('missing', fs.createReadStream(at('none'))));
await closed(log('folder', fs.createReadStream(root)).resume() as fs.ReadStream);
await closed(log('no folder', fs.createWriteStream(at('no/where'))));
await pipeline(fs.createReadStream(at('file')), fs.createWriteStream(at('copy')));
console.log(fs.statSync(at('copy')).size);
const fd = fs.openSync(at('copy'), 'r');
const borrowed = log('borrowed', fs.createReadStream('', { fd, autoClose: false }));
for await (const chunk of borrowed) console.log(chunk.length);
console.log(borrowed.destroyed, fs.fstatSync(fd).size);
fs.closeSync(fd);
const early = log('early', fs.createReadStream(at('copy')));
early.destroy();
await closed(early);
const shut = log('shut', fs.createWriteStream(at('shut')));
shut.write('x');
shut.close(() => console.log('closed', fs.readFileSync(at('shut'), 'utf8')));
await closed(shut);
const own = fs.createReadStream('any', {
  fs: {
    open: (path: string, flags: string, mode: number, done: Function) => done(null, 42),
    read: (
      from: number,
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      done: Function,
    ) =>
      done(
        null,
        from === 42 && position === undefined && !own.bytesRead ? buffer.write('own') : 0,
        buffer,
      ),
    close: (from: number, done: Function) => done(),
  } as never,
});
for await (const chunk of own) console.log(String(chunk));
for (const run of [
  () => fs.createReadStream(5 as never),
  () => fs.createReadStream(at('x'), { start: 5, end: 2 }),
  () => fs.createReadStream(at('x'), { start: -1 }),
  () => fs.createReadStream(at('x'), { end: 'x' as never }),
  () => fs.createWriteStream(at('x'), { flush: 1 as never }),
  () => fs.createReadStream(at('x'), { fd: 'x' as never }),
  () => fs.createReadStream(at('x'), 'nope' as never),
])
  try {
    run();
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, hide((error as Error).message));
  }
console.log(
  fs.ReadStream.name,
  (fs.ReadStream as never as Function)(at('copy')) instanceof fs.ReadStream,
);
