import fs from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { hide, root, show } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
await fs.writeFile(at('a'), 'one\ntwo\r\nthree');
console.log(await fs.readFile(at('a'), 'utf8'), await fs.readFile(at('a')));
await fs.appendFile(at('a'), '\nfour');
await fs.writeFile(at('stream'), Readable.from(['from ', 'a ', 'stream']));
await fs.writeFile(at('list'), ['from ', 'a ', 'list']);
console.log(await fs.readFile(at('stream'), 'utf8'), await fs.readFile(at('list'), 'utf8'));
console.log(
  (await fs.readdir(root)).sort(),
  (await fs.stat(at('a'))).size,
  await fs.access(at('a')),
);
console.log(hide(await fs.mkdir(at('x/y'), { recursive: true })), await fs.mkdir(at('z')));
await fs.rename(at('z'), at('w'));
await fs.copyFile(at('a'), at('w/copy'));
await fs.symlink('w/copy', at('link'));
console.log(
  await fs.readlink(at('link')),
  hide(await fs.realpath(at('link'))),
  (await fs.lstat(at('link'))).isSymbolicLink(),
);
for (const [name, call] of Object.entries({
  missing: () => fs.readFile(at('none')),
  folder: () => fs.readFile(root),
  mkdir: () => fs.mkdir(at('x')),
  argument: () => fs.readFile(5.5 as never),
  flags: () => fs.open(at('a'), 'zz'),
  rmdir: () => fs.rmdir(at('x')),
  rm: () => fs.rm(at('x')),
  aborted: () => fs.readFile(at('a'), { signal: AbortSignal.abort() }),
}))
  await call().catch((error) => show(name, error));

const file = await fs.open(at('a'), 'r+');
console.log(typeof file.fd, (await file.stat()).isFile(), file.constructor.name);
console.log(await file.read(Buffer.alloc(3), 0, 3, 0));
const { bytesRead, buffer } = await file.read({ length: 4 });
console.log(bytesRead, buffer.length);
console.log(await file.write('ONE', 0), await file.write(Buffer.from('!'), 0, 1, 3));
console.log(
  await file.readv([Buffer.alloc(1), Buffer.alloc(2)], 0),
  await file.writev([Buffer.from('z')], 0),
);
await file.truncate(12);
await file.sync();
await file.chmod(0o600);
await file.utimes(5, 6);
console.log((await file.stat()).mtimeMs, ((await file.stat()).mode & 0o777).toString(8));
file.on('close', () => console.log('close'));
await file.close();
console.log(file.fd);
await file.read().catch((error) => console.log(error.code, error.syscall, error.message));
await file.close();
const lines = await fs.open(at('a'));
for await (const line of lines.readLines()) console.log(JSON.stringify(line));
{
  await using disposed = await fs.open(at('new'), 'w');
  await disposed.writeFile('whole');
  await disposed.appendFile(' file');
}
console.log(readFileSync(at('new'), 'utf8'));
const web = await fs.open(at('new'));
for await (const chunk of web.readableWebStream())
  console.log(Buffer.from(chunk as Uint8Array).toString());
await web.close();
const streaming = await fs.open(at('new'));
for await (const chunk of streaming.createReadStream({ encoding: 'utf8', start: 2, end: 4 }))
  console.log(chunk);
console.log(streaming.fd);
const dir = await fs.opendir(root);
const names = [];
for await (const entry of dir) names.push(`${entry.name}:${entry.isDirectory()}`);
console.log(names.sort().join(), hide(dir.path));
await dir.close().catch((error) => console.log(error.code, error.message));
console.log(Object.keys(fs).join());
await fs.rm(at('x'), { recursive: true });
await fs.unlink(at('link'));
console.log((await fs.readdir(root)).sort().join());
