import querystring from 'node:querystring';

const queries = [
  '',
  'a',
  'a=',
  '=b',
  '&&',
  'a=1&a=2&a=3',
  'a=b=c',
  '%61=%62',
  'a+b=c+d',
  '%',
  '%zz=%',
  '%E2%82%AC=%ff',
  'a&b&',
  'é=ü',
  'a;b',
];
for (const query of queries) console.log([query], querystring.parse(query));
console.log(querystring.parse('a:1;b:2', ';', ':'), querystring.parse('a=>1&&b=>2', '&&', '=>'));
for (const maxKeys of [1, 0, -1, 2, NaN, 1.5])
  console.log(maxKeys, querystring.parse('a&b&c', '&', '=', { maxKeys }));
console.log(querystring.parse('a=%20b', '&', '=', { decodeURIComponent: (text) => `<${text}>` }));
console.log(querystring.parse('a=%zz', '&', '=', { decodeURIComponent }));
for (const value of [undefined, null, 5, {}, []])
  console.log(querystring.parse(value as unknown as string));
console.log(
  querystring.unescape('%C3%A9%ff%'),
  querystring.unescapeBuffer('a%20%ff%z'),
  querystring.decode === querystring.parse,
);
