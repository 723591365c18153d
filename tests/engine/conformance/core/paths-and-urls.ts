import path, { posix, join } from 'node:path';
import { fileURLToPath, pathToFileURL, urlToHttpOptions, format, domainToASCII } from 'node:url';

const paths = [
  '',
  '.',
  '/',
  '//',
  '/a/b',
  '/a/b/',
  'a/../b',
  '../a',
  './a/./b//c',
  'a.b.c',
  '.env',
  'a/.b.c',
  '/..',
  'x/..',
];
for (const each of paths)
  console.log(
    JSON.stringify([
      each,
      path.normalize(each),
      path.dirname(each),
      path.basename(each),
      path.extname(each),
      path.isAbsolute(each),
      path.resolve('/r', each),
      path.relative('/a/c', path.resolve('/', each)),
    ]),
  );
console.log(path.parse('/home/ada/notes.tar.gz'), path.format({ dir: '/x', name: 'y', ext: 'z' }));
console.log(join('a', '..', 'b', '/c/'), path.basename('a/b.ts', '.ts'), path.sep, path.delimiter);
console.log(posix === path.posix, path.join(), path.resolve('/a', '../..', 'b'));
try {
  path.join('a', 1 as never);
} catch (error) {
  console.log(error);
}
console.log(fileURLToPath('file:///a%20b/c.txt'), pathToFileURL('/a b/#c?.txt').href);
for (const bad of ['http://a/b', 'file://host/a', 'file:///a%2Fb', 'nonsense', 1]) {
  try {
    fileURLToPath(bad as string);
  } catch (error) {
    console.log((error as Error).name, (error as { code: string }).code, (error as Error).message);
  }
}
const url = new URL('https://ada:secret@example.com:8443/p/a?x=1&y=2#top');
console.log(url, String(url), url.searchParams.get('y'));
console.log(
  urlToHttpOptions(url).path,
  format(url, { auth: false, fragment: false, search: false }),
  domainToASCII('español.com'),
);
url.searchParams.append('z', 'ü &');
console.log(url.href, URL.canParse('nope'), URL.parse('nope'), URL.parse('a', 'http://b/c/')?.href);
try {
  new URL('/only/a/path');
} catch (error) {
  console.log(error);
}
try {
  new URL('//', 'nope');
} catch (error) {
  console.log((error as { input: string; base: string }).input, (error as { base: string }).base);
}
console.log(
  new URL(import.meta.url).pathname.endsWith('/paths-and-urls.ts'),
  new URL('a', url) instanceof URL,
);
