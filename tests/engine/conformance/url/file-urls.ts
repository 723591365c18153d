import { fileURLToPath, fileURLToPathBuffer, pathToFileURL } from 'node:url';
import { attempt } from './lib/attempt.ts';

const addresses: [unknown, { windows?: boolean }?][] = [
  ['file:///a%20b/%C3%BC'],
  [new URL('file:///x?q#h')],
  ['file://localhost/a'],
  ['file:a'],
  ['file:///C:/a%20b', { windows: true }],
  ['file:///a', { windows: true }],
  ['file:///1:/a', { windows: true }],
  ['file://host/share/f', { windows: true }],
  ['file://h%C3%BC/a', { windows: true }],
  ['file:///C:/a%5Cb', { windows: true }],
  ['file:///C:/a%2Fb', { windows: true }],
  ['file://host/a'],
  ['file:///a%2Fb'],
  ['http://a/b'],
  ['file:///%zz'],
  ['nope'],
  [5],
  [{}],
  [undefined],
];
for (const [address, options] of addresses) {
  attempt(address, () => fileURLToPath(address as string, options));
  attempt(address, () => fileURLToPathBuffer(address as string, options));
}
const ascii = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code + 1)).join('');
const paths: [unknown, { windows?: boolean }?][] = [
  ['/a b'],
  ['/a/'],
  ['/a/./b/../c'],
  ['/'],
  ['/ü€😀'],
  [`/${ascii.replaceAll('/', '')}`],
  ['C:\\a b\\', { windows: true }],
  ['C:/a%b?c#d', { windows: true }],
  ['\\\\srv\\share\\f', { windows: true }],
  ['\\\\srv\\', { windows: true }],
  ['\\\\?\\C:\\a', { windows: true }],
  ['\\\\?\\UNC\\s\\h\\x', { windows: true }],
  ['\\\\münchen\\a', { windows: true }],
  ['\\\\srv', { windows: true }],
  ['\\\\\\x\\y', { windows: true }],
  ['/a/b/', { windows: true }],
  [5],
  [undefined],
];
for (const [path, options] of paths)
  attempt(path, () => pathToFileURL(path as string, options).href);
