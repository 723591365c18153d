import fs from 'node:fs';
import { attempt, hide, root } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
fs.mkdirSync(at('folder'));
fs.writeFileSync(at('folder/file'), 'content');
fs.symlinkSync('folder', at('to-folder'));
fs.symlinkSync(at('folder/file'), at('to-file'));
fs.symlinkSync('nowhere', at('broken'));
fs.symlinkSync('../to-file', at('folder/up'));
console.log(
  fs.readFileSync(at('to-folder/file'), 'utf8'),
  fs.readFileSync(at('folder/up'), 'utf8'),
);
console.log(hide(fs.readlinkSync(at('to-file'))), fs.readlinkSync(at('broken'), 'buffer'));
console.log(
  fs.lstatSync(at('to-file')).isSymbolicLink(),
  fs.statSync(at('to-file')).isSymbolicLink(),
);
console.log(fs.lstatSync(at('broken')).size, fs.existsSync(at('broken')));
attempt('stat broken', () => fs.statSync(at('broken')));
console.log(
  hide(fs.realpathSync(at('to-folder/up'))),
  hide(fs.realpathSync.native(at('folder/../to-folder'))),
);
fs.writeFileSync(at('broken'), 'now');
console.log(fs.readFileSync(at('nowhere'), 'utf8'), fs.readdirSync(at('to-folder')).sort());
console.log(
  fs
    .readdirSync(root, { withFileTypes: true })
    .map((one) => `${one.name}:${one.isSymbolicLink()}`)
    .sort(),
);
fs.linkSync(at('folder/file'), at('hard'));
fs.appendFileSync(at('hard'), '!');
console.log(
  fs.readFileSync(at('folder/file'), 'utf8'),
  fs.statSync(at('hard')).nlink,
  fs.statSync(at('hard')).ino === fs.statSync(at('folder/file')).ino,
);
fs.unlinkSync(at('folder/file'));
console.log(fs.readFileSync(at('hard'), 'utf8'), fs.statSync(at('hard')).nlink);
fs.renameSync(at('to-folder'), at('moved'));
console.log(fs.lstatSync(at('moved')).isSymbolicLink(), fs.readdirSync(at('moved')));
fs.unlinkSync(at('moved'));
console.log(fs.existsSync(at('folder')));
fs.symlinkSync('b', at('a'));
fs.symlinkSync('a', at('b'));
attempt('circle', () => fs.statSync(at('a')));
attempt('circle realpath', () => fs.realpathSync.native(at('a')));
fs.lutimesSync(at('a'), 7, 8);
console.log(fs.lstatSync(at('a')).mtimeMs);
attempt('type', () => fs.symlinkSync('x', at('y'), 'nope' as never));
attempt('nofollow', () => fs.openSync(at('a'), fs.constants.O_NOFOLLOW));
fs.rmSync(at('b'));
attempt('hard link to folder', () => fs.linkSync(at('folder'), at('x')));
fs.cpSync(at('folder'), at('copied'), { recursive: true });
console.log(hide(fs.readlinkSync(at('copied/up'))));
fs.cpSync(at('folder'), at('verbatim'), { recursive: true, verbatimSymlinks: true });
console.log(fs.readlinkSync(at('verbatim/up')));
