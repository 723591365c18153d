import { inspect } from 'node:util';
import { attempt } from './lib/attempt.ts';

const good: unknown[] = [
  'a=b&a=c',
  '?x=%20+&y',
  [['a', 'b'], new Set(['c', 'd'])],
  new Map([['k', 1]]),
  { a: 1, b: [1, 2], c: { d: 1 }, e: undefined },
  new URLSearchParams('z=1'),
  undefined,
  null,
  5,
  true,
  () => 1,
];
const bad: unknown[] = [
  [['a']],
  [['a', 'b', 'c']],
  ['ab'],
  [5],
  [null],
  [{}],
  new Set(['ab']),
  { [Symbol.iterator]: 5 },
  { [Symbol.iterator]: null, x: 1 },
  { a: Symbol('v') },
  { [Symbol('k')]: 1 },
  Symbol('s'),
  [[Symbol('s'), 1]],
];
for (const init of [...good, ...bad])
  attempt(init, () => String(Reflect.construct(URLSearchParams, [init])));
const params = new URLSearchParams('b=2&a=1&b=3&c=%E2%82%AC');
params.sort();
params.append('d', 'é');
console.log(
  params.get('b'),
  params.getAll('b'),
  params.has('b', '3'),
  params.has('x'),
  params.size,
);
params.delete('b', '2');
params.set('a', 'x y');
console.log(String(params), [...params], [...params.keys()], [...params.values()]);
params.forEach(function (this: unknown, value, name, all) {
  console.log(this, value, name, all === params);
}, 'this');
const names = [
  'append',
  'delete',
  'get',
  'getAll',
  'has',
  'set',
  'forEach',
  'sort',
  'entries',
] as const;
for (const name of names) {
  const method = URLSearchParams.prototype[name];
  attempt(`${name} of another`, () => Reflect.apply(method, {}, []));
  attempt(`${name} of nothing`, () => Reflect.apply(method, new URLSearchParams(), []));
  console.log(method.name, method.length);
}
attempt('append', () => Reflect.apply(params.append, params, ['a']));
attempt('forEach', () => params.forEach(5 as unknown as () => void));
console.log(inspect(URLSearchParams), Object.keys(URLSearchParams.prototype));
const live = new URL('http://a/?x=1');
live.searchParams.append('y', '2');
console.log(live.href, live.searchParams instanceof URLSearchParams, live.searchParams);
class Params extends URLSearchParams {}
console.log(
  new Params('a=1'),
  new Params('a=1') instanceof URLSearchParams,
  String(new Params({ b: '2' })),
);
