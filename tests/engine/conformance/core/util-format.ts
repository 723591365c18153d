import { format, formatWithOptions, inspect } from 'node:util';

class Money {
  amount = 5;
  toString(): string {
    return `${this.amount} €`;
  }
}
class Plain {
  a = { b: { c: 1 } };
}
const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const cases: unknown[][] = [
  ['%s', 'text'],
  ['%s', 1],
  ['%s', -0],
  ['%s', 1n],
  ['%s', Symbol('s')],
  ['%s', null],
  ['%s', undefined],
  ['%s', new Money()],
  ['%s', new Plain()],
  ['%s', { a: { b: { c: 1 } } }],
  ['%s', [1, [2, [3]]]],
  ['%s', () => 1],
  ['%s', class A {}],
  ['%s', new Date(0)],
  ['%s', new Error('e').message],
  ['%s', Object.create(null)],
  ['%d', 42],
  ['%d', '42'],
  ['%d', 1n],
  ['%d', {}],
  ['%d', Symbol('x')],
  ['%i', 42.9],
  ['%i', '0x10'],
  ['%f', '1.5 apples'],
  ['%f', Symbol('f')],
  ['%j', { a: [1] }],
  ['%j', cyclic],
  ['%j', undefined],
  ['%o', { f() {} }],
  ['%o', [1, { a: 2 }]],
  ['%O', { a: { b: { c: { d: 1 } } } }],
  ['%c styled', 'color: red'],
  ['100%'],
  ['%%', 1],
  ['%x', 1],
  ['%s'],
  ['%s %s', 'one'],
  ['%s', 'a', 'b', { c: 1 }],
  ['a', 'b', 3, { c: 1 }],
  [{ a: 1 }, 'b'],
  [1, 2, '3'],
  ['', 'x'],
  ['%s%s%s', 1, 2, 3, 4],
  [undefined],
  [null, undefined],
  [],
];
for (const args of cases) console.log(JSON.stringify(format(...(args as [unknown]))));
console.log(formatWithOptions({ colors: true, depth: 0 }, '%s %O', 'x', { a: { b: 1 } }, [1]));
console.log(inspect('quotes "and" \'more\' `here`'), inspect({ 'a-b': 1, 2: 3 }, false, 0, true));
