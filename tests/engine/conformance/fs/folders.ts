import fs from 'node:fs';
import { attempt, hide, root } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
for (const folder of ['a/b/c', 'a/d', '.hidden']) fs.mkdirSync(at(folder), { recursive: true });
for (const file of [
  'a/one.txt',
  'a/b/two.js',
  'a/b/c/three.txt',
  'a/d/four.js',
  '.hidden/five.js',
  'six.js',
])
  fs.writeFileSync(at(file), file);
const sorted = (list: readonly (string | Buffer)[]) => list.map(String).sort().join(' ');

console.log(
  sorted(fs.readdirSync(root)),
  sorted(fs.readdirSync(root, { recursive: true }) as string[]),
);
console.log(
  sorted(fs.readdirSync(at('a'), 'buffer')),
  sorted(fs.readdirSync(at('a'), { encoding: 'hex' } as never)),
);
const entries = fs.readdirSync(at('a'), { withFileTypes: true, recursive: true });
console.log(entries.map((one) => `${hide(one.parentPath)}|${one.name}|${one.isFile()}`).sort());
const dir = fs.opendirSync(at('a'));
const names = [];
for (let entry = dir.readSync(); entry; entry = dir.readSync()) names.push(entry.name);
console.log(names.sort(), dir.readSync());
dir.closeSync();
attempt('closed', () => dir.readSync());
attempt('closed twice', () => dir.closeSync());
const deep = [];
for await (const entry of await fs.promises.opendir(root, { recursive: true }))
  deep.push(entry.name);
console.log(deep.sort().join());
console.log(sorted(fs.globSync('**/*.js', { cwd: root })));
console.log(sorted(fs.globSync(['a/*', '*.js'], { cwd: root })));
console.log(sorted(fs.globSync('a/**/*.{txt,js}', { cwd: root, exclude: (name) => name === 'b' })));
console.log(sorted(fs.globSync('**/*.js', { cwd: root, exclude: ['a/d/**'] })));
console.log(
  sorted(fs.globSync('a/?', { cwd: root })),
  sorted(fs.globSync('a/[b-c]', { cwd: root })),
);
const found = [];
for await (const path of fs.promises.glob('a/*/*.js', { cwd: root })) found.push(path);
console.log(found.sort());
fs.cpSync(at('a'), at('copy'), { recursive: true });
console.log(sorted(fs.readdirSync(at('copy'), { recursive: true }) as string[]));
fs.cpSync(at('six.js'), at('new/deep/six.js'));
fs.cpSync(at('a'), at('part'), { recursive: true, filter: (from) => !from.endsWith('.txt') });
console.log(
  sorted(fs.readdirSync(at('part'), { recursive: true }) as string[]),
  fs.existsSync(at('new/deep/six.js')),
);
fs.writeFileSync(at('copy/one.txt'), 'kept');
fs.cpSync(at('a/one.txt'), at('copy/one.txt'), { force: false });
console.log(fs.readFileSync(at('copy/one.txt'), 'utf8'));
await fs.promises.cp(at('a'), at('later'), { recursive: true });
fs.cp(at('six.js'), at('seven.js'), (error) =>
  console.log('cp', error, fs.existsSync(at('seven.js'))),
);
await new Promise((resolve) => setTimeout(resolve, 10));
for (const [label, run] of Object.entries({
  'folder without recursive': () => fs.cpSync(at('a'), at('x')),
  'into itself': () => fs.cpSync(at('a'), at('a/b/x'), { recursive: true }),
  'onto itself': () => fs.cpSync(at('six.js'), at('six.js')),
  exists: () => fs.cpSync(at('six.js'), at('seven.js'), { force: false, errorOnExist: true }),
  'folder over file': () => fs.cpSync(at('a'), at('six.js'), { recursive: true }),
  'file over folder': () => fs.cpSync(at('six.js'), at('a')),
}))
  try {
    run();
    console.log(label, 'fine');
  } catch (error) {
    console.log(label, (error as NodeJS.ErrnoException).code);
  }
console.log(
  hide(fs.mkdirSync(at('p/q/r'), { recursive: true })),
  fs.mkdirSync(at('p/q/r'), { recursive: true }),
);
fs.rmSync(at('a'), { recursive: true });
fs.rmdirSync(at('p/q/r'));
console.log(sorted(fs.readdirSync(root)), fs.statSync(at('p')).nlink, fs.readdirSync(at('p/q')));
