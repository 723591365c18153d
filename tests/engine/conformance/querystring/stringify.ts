import querystring from 'node:querystring';

const values: querystring.ParsedUrlQueryInput = {
  a: 1,
  b: ['x', 'y', ''],
  c: true,
  d: null,
  e: undefined,
  f: 10n as never,
  'g h': 'é€😀',
  i: NaN,
  j: [],
  k: -0,
  l: Infinity,
};
console.log(querystring.stringify(values), querystring.encode === querystring.stringify);
console.log(
  querystring.stringify(values, ';', ':'),
  querystring.stringify({ a: 'b' }, '&', '=', { encodeURIComponent: (text) => `<${text}>` }),
);
for (const value of [undefined, null, 5, 'x', [], ['a', 'b'], new Map([[1, 2]])])
  console.log([querystring.stringify(value as never)]);
for (const text of ['a b', "!'()*-._~", '%', 'ü', '\ud83d\ude00', '\udc00x', '\ud800', 'a\ud800'])
  try {
    console.log(querystring.escape(text));
  } catch (error) {
    console.log(
      (error as Error).name,
      Reflect.get(error as Error, 'code'),
      (error as Error).message,
    );
  }
console.log(
  querystring.escape(5 as unknown as string),
  querystring.escape({} as unknown as string),
  Object.keys(querystring),
);
