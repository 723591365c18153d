const text = Buffer.from('abc\n');
console.log(text.indexOf(10, 1), text.indexOf(10), text.indexOf(10, 3), text.indexOf(10, -1));
const many = Buffer.from('abcabcabcabc');
// The types do not know the third number yet.
type Search = (
  value: unknown,
  start?: unknown,
  end?: unknown,
  encoding?: string,
) => number | boolean;
const places: [unknown, unknown?][] = [
  ...([
    [0, 5],
    [-1, 5],
    [-8, 5],
    [-100, 5],
    [0, -1],
    [0, NaN],
    [0, 1.5],
    [0, 100],
  ] as [number, number][]),
  ...([
    [0, Infinity],
    [5, 3],
    [4, 5],
    [4, 6],
    [100, 5],
    [undefined, 5],
    [undefined, 0],
  ] as [number, number][]),
];
for (const name of ['indexOf', 'lastIndexOf', 'includes'] as const)
  for (const place of places) {
    const search = many[name].bind(many) as Search;
    console.log(
      name,
      place,
      ['b', 98, Buffer.from('b'), 'bc', ''].map((value) => search(value, ...place)),
    );
  }
const wide = Buffer.from('abab', 'ucs2').indexOf.bind(Buffer.from('abab', 'ucs2')) as Search;
console.log(
  [5, 4, 3].map((end) => wide('b', 0, end, 'ucs2')),
  wide('b', 0, 'ucs2'),
);
