import { inspect } from 'node:util';
class Animal {
  name = 'cat';
  get legs() {
    return 4;
  }
}
class Cat extends Animal {
  static sound = 'meow';
  #secret = 1;
}
console.log(new Cat(), Cat, class {}, Object.create(Animal.prototype));
console.log([
  new Map([[{ a: 1 }, new Set([1])]]),
  new Set('ab'),
  new Float64Array(3),
  new ArrayBuffer(4),
]);
console.log([
  Object.create(null),
  Object.assign(Object.create(null), { a: 1 }),
  { [Symbol.toStringTag]: 'T', a: 1 },
]);
console.log([
  function named() {},
  () => {},
  async () => {},
  function* gen() {},
  async function* both() {},
]);
console.log([
  new Date(0),
  new Date(NaN),
  /x/gi,
  Symbol('s'),
  10n,
  -0,
  new Number(1),
  new String('s'),
]);
console.log(inspect('a\'b"c`d\n\u0001'), inspect("it's"), inspect('\ud800'));
const sparse = [1, , 3];
sparse[9] = 1;
console.log(sparse, Object.assign([1], { more: true }));
const circular: Record<string, unknown> = { a: { b: {} } };
circular.self = circular;
console.log(circular);
console.log(
  (function () {
    return arguments;
  })(1, 2),
  globalThis === global,
  [Math, JSON, Reflect],
);
