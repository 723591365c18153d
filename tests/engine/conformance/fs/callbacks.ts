import fs from 'node:fs';
import { promisify } from 'node:util';
import { hide, root, show } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
/** Waits until `start` calls back, with what it shows. */
const step = (start: (done: (...args: unknown[]) => void) => unknown) =>
  new Promise<void>((resolve) => {
    start((...args) => {
      console.log(...args);
      resolve();
    });
    console.log('started');
  });

await step((done) => fs.writeFile(at('a'), 'text', (...args) => done('writeFile', ...args)));
await step((done) => fs.readFile(at('a'), 'utf8', done));
await step((done) =>
  fs.appendFile(at('a'), '!', (error) => done(error, fs.readFileSync(at('a'), 'utf8'))),
);
await step((done) => fs.stat(at('a'), (error, stats) => done(error, stats.size, stats.isFile())));
await step((done) => fs.stat(at('a'), { bigint: true }, (error, stats) => done(error, stats.size)));
await step((done) => fs.stat(at('none'), (error, stats) => done(hide(error), stats)));
await step((done) => fs.access(at('a'), done));
await step((done) => fs.access(at('a'), fs.constants.R_OK, done));
await step((done) => fs.exists(at('a'), done));
await step((done) =>
  fs.mkdir(at('d/e'), { recursive: true }, (error, made) => done(error, hide(made))),
);
await step((done) => fs.readdir(root, (error, names) => done(error, names.sort())));
await step((done) =>
  fs.readdir(root, { withFileTypes: true }, (error, all) =>
    done(all.map((one) => `${one.name} ${one.isDirectory()} ${hide(one.parentPath)}`).sort()),
  ),
);
const fd = fs.openSync(at('a'), 'r+');
await step((done) => fs.read(fd, Buffer.alloc(3), 0, 3, 1, done));
await step((done) => fs.read(fd, { position: 0, buffer: Buffer.alloc(2) }, done));
await step((done) => fs.read(fd, (error, count, buffer) => done(error, count, buffer.length)));
await step((done) => fs.write(fd, 'XY', 0, 'utf8', done));
await step((done) => fs.write(fd, Buffer.from('abc'), 1, 1, 2, done));
await step((done) => fs.writev(fd, [Buffer.from('1'), Buffer.from('23')], 0, done));
await step((done) => fs.readv(fd, [Buffer.alloc(2)], 0, done));
await step((done) => fs.ftruncate(fd, 2, (error) => done(error, fs.readFileSync(at('a'), 'utf8'))));
console.log(await promisify(fs.read)(fd, Buffer.alloc(2), 0, 2, 0));
console.log(await promisify(fs.write)(fd, Buffer.from('XY'), 0, 2, 0));
console.log(await promisify(fs.readFile)(at('a'), 'utf8'), await promisify(fs.exists)(at('a')));
await step((done) => fs.close(fd, done));
await step((done) => fs.rename(at('a'), at('b'), (error) => done(error, fs.existsSync(at('b')))));
await step((done) =>
  fs.mkdtemp(at('t-'), (error, path) => done(error, path.length - at('t-').length)),
);
await step((done) => fs.realpath(at('d/../b'), (error, path) => done(error, hide(path))));
await step((done) =>
  fs.rm(at('d'), { recursive: true }, (error) => done(error, fs.existsSync(at('d')))),
);
await step((done) => fs.unlink(at('none'), (error) => done(hide(error))));
await step((done) =>
  fs.opendir(root, (error, dir) => done(error, hide(dir.path), dir.closeSync())),
);
await step((done) => fs.truncate(at('b'), (error) => done(error, fs.statSync(at('b')).size)));
await step((done) => fs.copyFile(at('none'), at('x'), (error) => done(hide(error))));
const signal = AbortSignal.abort();
await step((done) => fs.readFile(at('b'), { signal }, (error) => done(error?.name, error?.code)));
await step((done) => fs.glob('*', { cwd: root }, (error, found) => done(error, found.length)));
for (const call of [
  () => fs.stat(at('b'), undefined as never),
  () => fs.mkdir(at('b'), 5 as never, 'x' as never),
  () => fs.read(5, 'x' as never, () => {}),
  () => fs.open(5 as never, () => {}),
])
  try {
    call();
  } catch (error) {
    console.log((error as Error).message);
  }
fs.readFile(at('none'), (error) => {
  show('thrown', error);
  throw new Error('in a callback');
});
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
