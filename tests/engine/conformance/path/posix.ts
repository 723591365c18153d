import path from 'node:path';

const paths = [
  '',
  '.',
  '..',
  '/',
  '//',
  '/a',
  'a/',
  '/a/b/',
  'a//b/../c',
  '/..',
  './a.b.c',
  '.x',
  'x.',
  '/a/.b.c',
  '...',
];
for (const each of paths) {
  console.log([
    each,
    path.normalize(each),
    path.dirname(each),
    path.basename(each),
    path.extname(each),
  ]);
  console.log(path.parse(each), path.isAbsolute(each), path.basename(each, '.c'));
}
for (const [from, to] of [
  ['/a/b/c', '/a/d'],
  ['/a', '/a/b'],
  ['/', '/'],
  ['/a/b', '/a/b'],
  ['/x', '/'],
  ['/ab', '/a'],
] as const)
  console.log(from, to, path.relative(from, to));
console.log(
  path.join(),
  path.join('a', '', '..', '..', 'b'),
  path.join('/', '//a'),
  path.join('a/', '/b'),
);
console.log(
  path.resolve('/a', '../b'),
  path.resolve('/a', '/b', 'c'),
  path.resolve('/a/b/', './..'),
);
for (const parts of [
  { dir: '/a', base: 'b' },
  { root: '/', name: 'x', ext: 'y' },
  { root: '/', dir: '/', base: 'z' },
  {},
])
  console.log(path.format(parts));
console.log(
  path.sep,
  path.delimiter,
  path.posix === path,
  path.win32.posix === path,
  path.toNamespacedPath('/a'),
);
