import fs from 'node:fs';
import { attempt, root } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
fs.writeFileSync(at('text'), 'häl');
fs.appendFileSync(at('text'), 'lo\n');
fs.appendFileSync(at('text'), Buffer.from([33]));
console.log(fs.readFileSync(at('text')), JSON.stringify(fs.readFileSync(at('text'), 'utf8')));
console.log(
  fs.readFileSync(at('text'), { encoding: 'base64' }),
  fs.readFileSync(at('text'), 'latin1'),
);
fs.writeFileSync(at('hex'), '616263', 'hex');
fs.writeFileSync(at('view'), new Uint16Array([1, 2]));
console.log(fs.readFileSync(at('hex'), 'utf8'), fs.readFileSync(at('view')));
fs.writeFileSync(new URL(`file://${at('url')}`), 'by url');
console.log(
  fs.readFileSync(Buffer.from(at('url')), 'ascii'),
  fs.existsSync(at('none')),
  fs.existsSync(at('url')),
);
fs.writeFileSync(at('flags'), 'a', { flag: 'wx', mode: 0o600 });
attempt('again', () => fs.writeFileSync(at('flags'), 'b', { flag: 'wx' }));
fs.writeFileSync(at('flags'), 'c', { flag: 'a' });
console.log(
  fs.readFileSync(at('flags'), 'utf8'),
  (fs.statSync(at('flags')).mode & 0o777).toString(8),
);
fs.renameSync(at('flags'), at('renamed'));
fs.copyFileSync(at('renamed'), at('copied'));
attempt('exclusive copy', () =>
  fs.copyFileSync(at('renamed'), at('copied'), fs.constants.COPYFILE_EXCL),
);
fs.truncateSync(at('copied'), 1);
fs.truncateSync(at('renamed'), 5);
console.log(fs.readFileSync(at('copied'), 'utf8'), fs.readFileSync(at('renamed')));
fs.unlinkSync(at('copied'));
fs.chmodSync(at('renamed'), '640');
console.log((fs.statSync(at('renamed')).mode & 0o777).toString(8), fs.accessSync(at('renamed')));
fs.utimesSync(at('renamed'), 1, new Date(2500));
const { atimeMs, mtimeMs, mtime, size } = fs.statSync(at('renamed'));
console.log(atimeMs, mtimeMs, mtime, size);
const big = fs.statSync(at('renamed'), { bigint: true });
console.log(big.size, big.mtimeNs, big.mtimeMs, big.isFile(), big.mode & 0o777n);
console.log(fs.statSync(at('none'), { throwIfNoEntry: false }), fs.readdirSync(root).sort());
console.log(Object.keys(fs.statSync(root)).join(), fs.statSync(root).isDirectory());
fs.rmSync(at('none'), { force: true });
console.log(fs.lstatSync('/dev/null').isCharacterDevice(), fs.readFileSync('/dev/null').length);
fs.writeFileSync('/dev/null', 'gone');
fs.writeSync(1, 'to stdout\n');
fs.writeFileSync(2, 'to stderr\n');
