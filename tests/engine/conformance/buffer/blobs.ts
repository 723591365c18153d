import { Blob as Imported, File, resolveObjectURL } from 'node:buffer';
import { attemptEach } from './lib/attempt.ts';

console.log(Imported === Blob, Blob.length, File.length, Blob.name);
const parts = ['a', new Uint8Array([98]), new ArrayBuffer(1), 5, {}, null, new Blob(['z'])];
attemptEach(
  'Blob',
  [
    [],
    [5],
    [null],
    ['abc'],
    [{}],
    [parts],
    [['a'], 5],
    [['a'], { type: 'Text/Plain' }],
    [['a'], { type: 'té' }],
    [['a'], { endings: 'x' }],
    [['a\nb\r\nc'], { endings: 'native' }],
    [new Set(['x'])],
    [['a'], null],
    [[Symbol('s')]],
  ],
  (...args: []) => new Blob(...args),
);
attemptEach(
  'File',
  [
    [],
    [['a']],
    [['a'], 'n'],
    [['a'], 'n/x', { type: 't/x', lastModified: 5 }],
    [['a'], 5, { lastModified: '7' }],
    ['a', 'b'],
    [['a'], 'n', 5],
  ],
  (...args: any[]) => {
    const file = new (File as any)(...args);
    return [file.name, file.size, file.type, typeof file.lastModified, file instanceof Blob].join();
  },
);
const blob = new Blob(['café olé'], { type: 'text/plain' });
console.log(blob, [blob], { a: { b: { c: blob } } }, new File(['a'], 'n', { lastModified: 3 }));
console.log(
  [blob.slice(1, 4), blob.slice(-3), blob.slice(2, 1), blob.slice(0, 3, 'A/B')],
  String(blob),
  Object.keys(blob),
);
console.log(
  await blob.text(),
  Buffer.from(await blob.arrayBuffer()),
  await blob.bytes(),
  await blob.slice(1, 3).text(),
);
for await (const chunk of blob.stream()) console.log(chunk.constructor.name, chunk.length);
const sizes: number[] = [];
for await (const chunk of new Blob(['x'.repeat(150_000)]).stream()) sizes.push(chunk.length);
console.log(sizes.reduce((sum, size) => sum + size, 0));
console.log(
  await new Blob([await new Blob(parts.slice(0, 2) as BlobPart[]).text(), blob.slice(0, 1)]).text(),
);
const address = URL.createObjectURL(blob);
console.log(
  /^blob:nodedata:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(address),
  resolveObjectURL(address),
  await resolveObjectURL(address)?.text(),
);
URL.revokeObjectURL(address);
console.log(resolveObjectURL(address), resolveObjectURL('blob:x'), resolveObjectURL(5 as never));
attemptEach('url', [[5], [undefined]], (value) => URL.createObjectURL(value));
attemptEach('revoke', [[], ['a']], (...args: [string]) => URL.revokeObjectURL(...args));
console.log(
  structuredClone(blob),
  await structuredClone(blob).text(),
  structuredClone(new File(['a'], 'n', { lastModified: 3 })).name,
);
attemptEach('this', [['size'], ['type']], (name) => (Blob.prototype as any)[name]);
await Blob.prototype.text
  .call({} as Blob)
  .catch((error) => console.log(error.name, error.code, error.message));
console.log(await new Promise((resolve) => setTimeout(async () => resolve(await blob.text()), 1)));
