import fs from 'node:fs';
import { attempt, root } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
const fd = fs.openSync(at('file'), 'w+');
console.log(
  fs.writeSync(fd, 'hello world'),
  fs.writeSync(fd, '!', 0),
  fs.writeSync(fd, Buffer.from('abc'), 1, 2),
);
const into = Buffer.alloc(5);
console.log(
  fs.readSync(fd, into, 0, 5, 0),
  String(into),
  fs.readSync(fd, into),
  fs.readSync(fd, into, { position: 6n }),
);
console.log(String(into), fs.fstatSync(fd).size);
fs.ftruncateSync(fd, 3);
console.log(fs.readFileSync(fd, 'utf8') === '', fs.readFileSync(at('file'), 'utf8'));
fs.writeSync(fd, 'Z', 5);
console.log(fs.readFileSync(at('file')));
console.log(
  fs.writevSync(fd, [Buffer.from('1'), new Uint8Array([50, 51])], 0),
  fs.readvSync(fd, [Buffer.alloc(2), Buffer.alloc(9)], 1),
);
fs.fchmodSync(fd, 0o600);
fs.futimesSync(fd, 10, 20);
console.log(fs.fstatSync(fd).mtimeMs, (fs.fstatSync(fd).mode & 0o777).toString(8));
fs.fsyncSync(fd);
fs.fdatasyncSync(fd);
fs.unlinkSync(at('file'));
console.log(fs.existsSync(at('file')), fs.fstatSync(fd).nlink, fs.readFileSync(fd).length);
fs.closeSync(fd);
attempt('closed', () => fs.readSync(fd, into));
fs.writeFileSync(at('a'), '12345');
const appending = fs.openSync(at('a'), 'a+');
fs.writeSync(appending, 'X', 0);
console.log(fs.readFileSync(at('a'), 'utf8'), fs.readSync(appending, into, 0, 5, 0), String(into));
fs.closeSync(appending);
const reading = fs.openSync(at('a'), 'r');
try {
  fs.writeSync(reading, 'x');
} catch (error) {
  console.log((error as Error).message);
}
attempt('truncate r', () => fs.ftruncateSync(reading));
fs.readSync(reading, into, 0, 2, null);
console.log(fs.readFileSync(reading, 'utf8'));
fs.closeSync(reading);
const writing = fs.openSync(at('a'), fs.constants.O_WRONLY | fs.constants.O_CREAT);
attempt('read from w', () => fs.readSync(writing, into));
fs.writeFileSync(writing, 'ab');
fs.appendFileSync(writing, 'cd');
console.log(fs.readFileSync(at('a'), 'utf8'));
fs.closeSync(writing);
attempt('excl', () => fs.openSync(at('a'), 'wx'));
attempt('directory', () => fs.openSync(at('a'), fs.constants.O_DIRECTORY));
attempt('folder for writing', () => fs.openSync(root, 'w'));
const folder = fs.openSync(root, 'r');
attempt('read folder', () => fs.readSync(folder, into));
fs.closeSync(folder);
attempt('offset', () => fs.readSync(0, into, 9, 1, 0));
attempt('length', () => fs.readSync(0, into, 0, 9, 0));
attempt('negative', () => fs.readSync(0, into, -1, 1, 0));
attempt('position', () => fs.readSync(0, into, 0, 1, 'x' as never));
attempt('empty', () => fs.readSync(0, Buffer.alloc(0), 0, 1, 0));
attempt('write offset', () => fs.writeSync(1, into, 9));
attempt('write length', () => fs.writeSync(1, into, 0, 9));
attempt('write what', () => fs.writeSync(1, 5 as never));
attempt('vectors', () => fs.writevSync(1, 'x' as never));
attempt('len', () => fs.ftruncateSync(1, 1.5));
