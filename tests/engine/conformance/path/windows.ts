import { win32 } from 'node:path';

const paths = [
  '',
  'C:',
  'C:\\',
  'c:a',
  'C:/a/../b',
  '\\\\srv\\share\\f',
  '\\\\srv\\share',
  '//srv/share/',
  '\\a\\b',
  'a/b\\c.d',
  'C:\\a\\..\\..',
  '\\\\?\\C:\\x',
  '\\\\.\\pipe\\x',
  'con:x',
  ':',
  'x:y:z',
];
for (const each of paths) {
  console.log([
    each,
    win32.normalize(each),
    win32.dirname(each),
    win32.basename(each),
    win32.extname(each),
  ]);
  console.log(win32.parse(each), win32.isAbsolute(each));
}
for (const [from, to] of [
  ['C:\\a\\b', 'c:\\A\\c'],
  ['C:\\a', 'D:\\a'],
  ['\\\\s\\h\\x', '\\\\s\\h\\y'],
  ['C:\\', 'C:\\foo'],
] as const)
  console.log(from, to, win32.relative(from, to));
console.log(win32.join('C:', 'a', '..', 'b'), win32.join('//a', 'b'), win32.join('\\', '\\a'));
console.log(
  win32.resolve('C:\\a', '..\\b'),
  win32.resolve('C:\\a', 'D:b', '\\c'),
  win32.resolve('C:/', '//s/h'),
);
for (const each of ['C:\\a', '\\\\s\\h\\f', '\\\\?\\C:\\a', 'C:/x/../y', ''])
  console.log(win32.toNamespacedPath(each));
console.log(win32.sep, win32.delimiter, win32.format({ dir: 'C:\\', base: 'x' }));
